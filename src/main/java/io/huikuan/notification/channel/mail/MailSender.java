package io.huikuan.notification.channel.mail;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.mail.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Hands e-mail to the mail server, as HTML and as text. The header {@code Message-ID} is made from an id, so that it is the same in every attempt and mailboxes that look for it show a repeat once. */
@ApplicationScoped
public class MailSender {

    private final ReactiveMailer mailer;
    private final MailConfig config;

    MailSender(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    /** Whether it is known from whom e-mail comes. */
    public boolean isSetUp() {
        return config.from().isPresent();
    }

    /** Sends a text to an address under an id, and waits for what the server says. */
    public Answer send(UUID id, String to, Mail.Text text) {
        return send(id, to, text, Optional.empty());
    }

    /** The same, with a file. */
    public Answer send(UUID id, String to, Mail.Text text, Optional<Mail.Attachment> attachment) {
        io.quarkus.mailer.Mail mail = new io.quarkus.mailer.Mail()
                .setFrom(config.from().orElseThrow())
                .addTo(to)
                .setSubject(text.subject())
                .setHtml(text.html())
                .setText(text.plain())
                .addHeader("Message-ID", "<" + NodeId.of(NodeKind.NOTIFICATION, id) + "@" + domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        attachment.ifPresent(file -> mail.addAttachment(file.name(), file.bytes(), file.contentType()));
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
}
