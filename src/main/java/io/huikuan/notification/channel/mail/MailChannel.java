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
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Sends e-mail, as HTML and as text, in Chinese or English: one for each alert, or a digest of a day. The header {@code Message-ID} holds the notification's id, so that it is the
 * same in every attempt, and mailboxes that look for it show a repeat once.
 */
@ApplicationScoped
class MailChannel implements NotificationChannel {

    private static final int LANES = 8;

    private final ReactiveMailer mailer;
    private final MailConfig config;

    MailChannel(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
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
        return config.from().isPresent();
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public Answer send(Message message) {
        Mailbox to = (Mailbox) message.address();
        Content content = content(message, to);
        Mail mail = new Mail()
                .setFrom(config.from().orElseThrow())
                .addTo(to.address())
                .setSubject(content.heading())
                .setHtml(Templates.alertHtml(content).render())
                .setText(Templates.alertText(content).render())
                .addHeader("Message-ID", "<" + NodeId.of(NodeKind.NOTIFICATION, message.id()) + "@" + domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(config.timeout());
            return new Answer.Taken("taken by the mail server");
        } catch (TimeoutException e) {
            return Answer.trouble("The mail server did not answer in time.");
        } catch (CompletionException e) {
            return failed(e.getCause());
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** A refusal with a code of 5xx is final (RFC 5321, 4.2.1); anything else may pass. */
    private static Answer failed(Throwable failure) {
        if (failure instanceof SMTPException refused) {
            String said = "SMTP " + refused.getReplyCode();
            return refused.isPermanent() ? new Answer.Refused(said) : new Answer.NotNow(said, Optional.empty(), true);
        }
        return Answer.trouble(
                "The mail server was not reached: " + failure.getClass().getSimpleName() + ".");
    }

    private String domain() {
        String from = config.from().orElseThrow();
        return from.substring(from.lastIndexOf('@') + 1).replace(">", "");
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
