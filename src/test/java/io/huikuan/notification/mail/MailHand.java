package io.huikuan.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends by hand what is queued, for tests elsewhere. */
@ApplicationScoped
public class MailHand {

    private final MailRounds rounds;

    MailHand(MailRounds rounds) {
        this.rounds = rounds;
    }

    /** Sends all that the current tenant has queued. */
    public void send() {
        rounds.send();
    }
}
