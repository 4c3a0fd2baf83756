package io.huikuan.notification.channel.mail;

import io.huikuan.alert.Severity;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.text.Language;
import io.huikuan.notification.Channel;
import io.huikuan.notification.channel.Address.Mailbox;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.Message;
import io.huikuan.notification.channel.Notice;
import io.huikuan.notification.channel.NotificationChannel;
import io.huikuan.notification.mail.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Sends alerts by e-mail, as HTML and as text, in Chinese or English: one for each alert, or a digest of a day.
 */
@ApplicationScoped
class MailChannel implements NotificationChannel {

    private static final int LANES = 8;

    private final MailSender sender;
    private final MailConfig config;

    MailChannel(MailSender sender, MailConfig config) {
        this.sender = sender;
        this.config = config;
    }

    /** The templates: {@code src/main/resources/templates/MailChannel}. */
    @CheckedTemplate(basePath = "mail")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance alertHtml(Content content);

        static native TemplateInstance alertText(Content content);
    }

    /** What the templates show. */
    record Content(String tag, boolean chinese, boolean digest, String name, String heading, List<Line> lines) {}

    /** One alert. */
    record Line(String title, String severity, String colour, String link) {}

    @Override
    public Channel kind() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isSetUp() {
        return sender.isSetUp();
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public Answer send(Message message) {
        Mailbox to = (Mailbox) message.address();
        Content content = content(message, to);
        return sender.send(
                message.id(),
                to.address(),
                new Mail.Text(
                        content.heading(),
                        Templates.alertHtml(content).render(),
                        Templates.alertText(content).render()));
    }

    private Content content(Message message, Mailbox to) {
        boolean chinese = message.language() == Language.ZH_CN;
        return new Content(
                message.language().tag(),
                chinese,
                message.digest(),
                to.name(),
                heading(message, chinese),
                message.notices().stream().map(notice -> line(notice, chinese)).toList());
    }

    private static String heading(Message message, boolean chinese) {
        if (!message.digest()) {
            return message.notice().title();
        }
        int alerts = message.notices().size();
        return chinese ? "今日回款提醒：" + alerts + " 条" : "Collection alerts of the day: " + alerts;
    }

    private Line line(Notice notice, boolean chinese) {
        return new Line(
                notice.title(),
                severity(notice.severity(), chinese),
                switch (notice.severity()) {
                    case CRITICAL -> "#b42318";
                    case WARNING -> "#b54708";
                    case INFO -> "#175cd3";
                },
                config.alertUrl()
                        .map(url -> url.replace("{id}", NodeId.of(NodeKind.ALERT, notice.alert())))
                        .orElse(""));
    }

    private static String severity(Severity severity, boolean chinese) {
        return switch (severity) {
            case CRITICAL -> chinese ? "紧急" : "critical";
            case WARNING -> chinese ? "注意" : "warning";
            case INFO -> chinese ? "提示" : "information";
        };
    }
}
