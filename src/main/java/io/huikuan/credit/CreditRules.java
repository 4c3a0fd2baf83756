package io.huikuan.credit;

import io.huikuan.credit.data.RuleStore;
import io.huikuan.credit.data.RuleStore.NewSetting;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides how rules work, for the tenant, a grade or a customer, and what else a tenant decides about credit. */
@ApplicationScoped
@Transactional
public class CreditRules {

    private static final int LONGEST_REASON = 500;

    private final RuleStore store;
    private final CreditStandings standings;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;
    private final BusinessDates dates;

    CreditRules(
            RuleStore store,
            CreditStandings standings,
            CustomerLocks locks,
            ClientKeys clientKeys,
            CurrentActor actor,
            BusinessDates dates) {
        this.store = store;
        this.standings = standings;
        this.locks = locks;
        this.clientKeys = clientKeys;
        this.actor = actor;
        this.dates = dates;
    }

    /** The policy in force. */
    public CreditPolicy policy() {
        return store.policy();
    }

    /** A page of all that was ever said of rules, the newest first. */
    public Page<CreditRuleSetting> page(Paging paging) {
        return store.page(paging);
    }

    /** Says how a rule works from now on. */
    public Outcome<CreditPolicy> set(SetCreditRule wish) {
        return clientKeys.once(
                new Wish("setCreditRule", wish.clientKey(), wish),
                () -> wish.customerId() == null ? setForMany(wish) : setForOne(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(policy()));
    }

    private Outcome<CreditPolicy> setForMany(SetCreditRule wish) {
        CreditPolicy before = policy();
        if (before.version() != wish.version()) {
            return stale();
        }
        return CreditRuleChecks.check(wish, null, dates.today()).flatMap(setting -> {
            if (!store.insert(next(before, before.countOrders(), before.trial()))) {
                return stale();
            }
            store.insert(setting);
            return Outcome.done(policy());
        });
    }

    private static CreditPolicy next(CreditPolicy before, boolean countOrders, TrialPolicy trial) {
        return new CreditPolicy(before.version() + 1, countOrders, trial, before.rules());
    }

    private static <T> Outcome<T> stale() {
        return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed it since: read it again.");
    }

    private Outcome<CreditPolicy> setForOne(SetCreditRule wish) {
        return locked(wish.customerId())
                .flatMap(customer -> standings.find(customer).orElseThrow().version() == wish.version()
                        ? CreditRuleChecks.check(wish, customer, dates.today())
                        : stale())
                .map(setting -> {
                    store.insert(setting);
                    return policy();
                });
    }

    private Outcome<UUID> locked(String customerId) {
        return NodeId.uuid(NodeKind.CUSTOMER, customerId)
                .flatMap(locks::lock)
                .map(LockedCustomer::id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer."));
    }

    /** Takes the force of some rules for a customer, for a while. */
    public Outcome<CreditStanding> release(ReleaseCreditRules wish) {
        return clientKeys.once(
                new Wish("releaseCreditRules", wish.clientKey(), wish),
                () -> locked(wish.customerId()).flatMap(customer -> release(customer, wish)),
                CreditStanding::customer,
                standings::find);
    }

    private Outcome<CreditStanding> release(UUID customer, ReleaseCreditRules wish) {
        if (standings.find(customer).orElseThrow().version() != wish.version()) {
            return stale();
        }
        Refusals refusals = new Refusals();
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        CreditHolds.checkUntil(refusals, wish.until(), dates.today());
        refusals.unless(!wish.rules().isEmpty(), ErrorCode.REQUIRED, "rules", "Name the rules.");
        Set<CreditRule> rules = EnumSet.noneOf(CreditRule.class);
        for (int i = 0; i < wish.rules().size(); i++) {
            CreditRuleChecks.checkOpen(refusals, "rules." + i, wish.rules().get(i));
            rules.add(wish.rules().get(i));
        }
        if (refusals.any()) {
            return refusals.outcome();
        }
        rules.forEach(rule -> store.insert(
                new NewSetting(rule, customer, null, CreditRuleMode.EXCLUDE, null, null, null, wish.until(), reason)));
        return Outcome.done(standings.find(customer).orElseThrow());
    }

    /** Puts a policy in the place of the one before. */
    public Outcome<CreditPolicy> change(ChangeCreditPolicy wish) {
        return clientKeys.once(
                new Wish("updateCreditPolicy", wish.clientKey(), wish),
                () -> changed(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(policy()));
    }

    private Outcome<CreditPolicy> changed(ChangeCreditPolicy wish) {
        CreditPolicy before = policy();
        if (before.version() != wish.version()) {
            return stale();
        }
        Refusals refusals = new Refusals();
        TrialPolicy trial = CreditRuleChecks.trial(refusals, wish.trial());
        if (refusals.any()) {
            return refusals.outcome();
        }
        return store.insert(next(before, wish.countOrders(), trial)) ? Outcome.done(policy()) : stale();
    }
}
