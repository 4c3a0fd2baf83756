package io.huikuan.partner;

import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Secret;
import io.huikuan.partner.data.CalendarLinkStore;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Secret links by which a calendar program, which has no token, reads a partner's installments. A person has one link at a time; a new one ends the one before.
 * A link is as good as the person: one who was removed, or belongs to another customer now, has none.
 */
@ApplicationScoped
public class CalendarLinks {

    private final CalendarLinkStore store;
    private final PartnerCalendar calendar;
    private final EveryTenant tenants;
    private final ActingAs actingAs;
    private final CurrentActor actor;

    CalendarLinks(
            CalendarLinkStore store,
            PartnerCalendar calendar,
            EveryTenant tenants,
            ActingAs actingAs,
            CurrentActor actor) {
        this.store = store;
        this.calendar = calendar;
        this.tenants = tenants;
        this.actingAs = actingAs;
        this.actor = actor;
    }

    /** Makes a link in place of the one before, if there was one; the address is told only now, and is relative to the service's own. */
    @Transactional
    public String create() {
        Secret secret = Secret.next();
        store.lock();
        store.revoke();
        store.insert(secret.hash());
        return "/calendar/" + actor.get().tenant() + "/" + secret.text() + ".ics";
    }

    /** Ends the link; whether there was one. */
    @Transactional
    public boolean revoke() {
        store.lock();
        return store.revoke();
    }

    /** The link of the partner who is asking. */
    @Transactional
    public Optional<CalendarLink> mine() {
        return store.createdAt().map(CalendarLink::new);
    }

    /** The calendar behind a link of this tenant; empty when the link is unknown or ended. Not for the middle of a transaction. */
    public Optional<String> behind(UUID tenant, Secret secret, CalendarLanguage language) {
        Optional<Actor> holder =
                tenants.ask(tenant, () -> QuarkusTransaction.requiringNew().call(() -> store.holder(secret.hash())));
        return holder.map(partner -> actingAs.call(partner, () -> calendar.text(language)));
    }
}
