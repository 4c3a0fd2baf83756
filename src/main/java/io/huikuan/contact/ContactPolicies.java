package io.huikuan.contact;

import io.huikuan.audit.AuditKind;
import io.huikuan.audit.AuditedDeeds;
import io.huikuan.contact.data.PolicyStore;
import io.huikuan.contact.domain.ContactGuard;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.tenant.TenantSettingsService;
import io.huikuan.tenant.domain.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** When and how often the current tenant lets its customers be contacted. Every version stays, and the audit log tells who changed what into what. */
@ApplicationScoped
@Transactional
public class ContactPolicies {

    private final PolicyStore store;
    private final TenantSettingsService settings;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final AuditedDeeds audit;

    ContactPolicies(
            PolicyStore store,
            TenantSettingsService settings,
            ClientKeys clientKeys,
            CurrentActor actor,
            AuditedDeeds audit) {
        this.store = store;
        this.settings = settings;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.audit = audit;
    }

    /** The policy in force. */
    public ContactPolicy policy() {
        return store.current();
    }

    /** On which days the tenant does business. */
    BusinessCalendar calendar() {
        return settings.calendar();
    }

    /** What weighs contacts by the policy in force and the tenant's calendar. */
    ContactGuard guard() {
        return new ContactGuard(policy(), calendar());
    }

    /** Changes the policy; refused with STALE when somebody changed it since, and with BELOW_FLOOR for what nobody may decide. */
    public Outcome<ContactPolicy> change(ChangeContactPolicy wish) {
        return clientKeys.once(
                new Wish("updateContactPolicy", wish.clientKey(), wish),
                () -> changed(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(policy()));
    }

    private Outcome<ContactPolicy> changed(ChangeContactPolicy wish) {
        ContactPolicy before = policy();
        if (before.version() != wish.version()) {
            return stale();
        }
        Refusals refusals = new Refusals();
        ContactPolicy after = new ContactPolicyRules(refusals).applied(wish, before);
        if (refusals.any()) {
            return refusals.outcome();
        }
        if (after.equals(before)) {
            return Outcome.done(before);
        }
        ContactPolicy next = after.withVersion(before.version() + 1);
        if (!store.insert(next)) {
            return stale();
        }
        audit.note(AuditKind.GUARD_RAILS_CHANGED, next.changesFrom(before));
        return Outcome.done(next);
    }

    private static Outcome<ContactPolicy> stale() {
        return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the policy since: read it again.");
    }
}
