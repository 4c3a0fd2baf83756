package io.huikuan.notification.mail;

import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.NotificationConfig;
import io.huikuan.notification.NotificationState;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.mail.MailSender;
import io.huikuan.notification.data.MailStore;
import io.huikuan.notification.data.MailStore.Leased;
import io.huikuan.notification.domain.Backoff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Sends what the current tenant has queued, outside any transaction. A server in trouble is left alone until the pause is over. */
@ApplicationScoped
class MailRounds {

    private static final Logger LOG = Logger.getLogger(MailRounds.class);

    private final MailStore store;
    private final MailSender sender;
    private final NotificationConfig config;
    private final BusinessDates dates;
    private final Event<MailEnded> ended;
    private final Backoff backoff;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    MailRounds(
            MailStore store,
            MailSender sender,
            NotificationConfig config,
            BusinessDates dates,
            Event<MailEnded> ended) {
        this.store = store;
        this.sender = sender;
        this.config = config;
        this.dates = dates;
        this.ended = ended;
        this.backoff = new Backoff(config.firstPause(), config.longestPause());
    }

    /**
     * Sends all that is due, one after the other, so that what is withdrawn meanwhile is not sent; until the server is in trouble. Where no e-mail is sent any
     * more, what was queued before still comes to its end.
     */
    void send() {
        if (!sender.isSetUp()) {
            QuarkusTransaction.requiringNew().run(this::expire);
        }
        boolean more = sender.isSetUp();
        while (more) {
            Optional<Leased> mail = QuarkusTransaction.requiringNew().call(() -> store.lease(config.lease()));
            more = mail.map(this::isServed).orElse(false);
        }
    }

    private void expire() {
        store.expire().forEach(about -> ended.fire(new MailEnded(about, NotificationState.CANCELLED)));
    }

    /** Sends it; whether the server was there. */
    private boolean isServed(Leased mail) {
        Answer answer = sent(mail);
        QuarkusTransaction.requiringNew().run(() -> write(mail, answer));
        return !(answer instanceof Answer.NotNow trouble && trouble.ofTheCircuit());
    }

    private Answer sent(Leased mail) {
        if (!dates.now().isBefore(mail.expiresAt())) {
            return new Answer.Gone("Nobody needed it any more.");
        }
        return mail.content()
                .map(content -> sender.send(mail.id(), mail.to(), content.text(), content.attachment()))
                .orElseGet(() ->
                        new Answer.NotNow("It does not open with the keys of this node.", Optional.empty(), false));
    }

    private void write(Leased mail, Answer answer) {
        if (answer instanceof Answer.Taken) {
            end(mail, NotificationState.SENT, answer);
        } else if (answer instanceof Answer.Gone) {
            end(mail, NotificationState.CANCELLED, answer);
        } else if (answer instanceof Answer.NotNow && mail.attempt() < config.mostAttempts()) {
            Instant due = dates.now().plus(backoff.after(mail.attempt(), chance.nextDouble()));
            store.await(mail.id(), due, answer.said());
        } else {
            LOG.warnf("e-mail %s is given up after %d attempts", mail.id(), mail.attempt());
            end(mail, NotificationState.DEAD, answer);
        }
    }

    private void end(Leased mail, NotificationState state, Answer answer) {
        if (store.end(mail.id(), state, answer.said())) {
            ended.fire(new MailEnded(mail.about(), state));
        }
    }
}
