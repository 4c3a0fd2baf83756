package io.huikuan.notification.mail;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.notification.channel.mail.MailSender;
import io.huikuan.notification.data.MailStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Single e-mails of the current tenant, each within the transaction of what it tells. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Mails {

    private final MailStore store;
    private final MailSender sender;
    private final Event<MailQueued> queued;
    private final CurrentActor actor;

    Mails(MailStore store, MailSender sender, Event<MailQueued> queued, CurrentActor actor) {
        this.store = store;
        this.sender = sender;
        this.queued = queued;
        this.actor = actor;
    }

    /** Whether this service sends e-mail at all. */
    public boolean areSent() {
        return sender.isSetUp();
    }

    /** Queues an e-mail, which goes out when the transaction has committed. */
    public void queue(Mail mail) {
        store.insert(mail);
        queued.fire(new MailQueued(actor.get().tenant()));
    }

    /** Withdraws what was not sent yet about these things. */
    public void withdraw(Collection<UUID> about) {
        store.withdraw(about);
    }

    /** What became of the latest e-mail about each of these; none where there was none. */
    @Transactional
    public Map<UUID, MailDelivery> of(Collection<UUID> about) {
        return store.deliveries(about);
    }
}
