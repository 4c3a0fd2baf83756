package io.huikuan.plan;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.Receivables;
import io.huikuan.ledger.Schedules;
import io.huikuan.ledger.Terms;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.plan.data.PlanStore;
import io.huikuan.plan.domain.ApprovalByRule;
import io.huikuan.plan.domain.EqualInstallments;
import io.huikuan.tenant.PlanAutoApproval;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a plan must be made of (rules 8 and 9), and which plans need no person to approve them. */
@ApplicationScoped
class ProposalRules {

    /** The most receivables that a plan may take in. */
    static final int MOST_RECEIVABLES = 500;

    private static final LocalDate ANY_DAY = LocalDate.MIN;

    private final Receivables receivables;
    private final Schedules schedules;
    private final PlanStore plans;
    private final TenantSettingsService settings;
    private final BusinessDates dates;

    ProposalRules(
            Receivables receivables,
            Schedules schedules,
            PlanStore plans,
            TenantSettingsService settings,
            BusinessDates dates) {
        this.receivables = receivables;
        this.schedules = schedules;
        this.plans = plans;
        this.settings = settings;
        this.dates = dates;
    }

    /** What a plan is to take over: open receivables of one customer in one currency, and what is open of them in all. */
    record Claim(Set<UUID> receivables, Money open) {}

    /** The claim on what the ids name, errors at {@code receivableIds}. */
    Outcome<Claim> claim(List<String> ids, UUID customer) {
        if (ids.isEmpty()) {
            return Outcome.refused(ErrorCode.REQUIRED, "receivableIds", "A plan takes in at least one receivable.");
        }
        if (ids.size() > MOST_RECEIVABLES) {
            return Outcome.refused(
                    ErrorCode.INVALID_VALUE,
                    "receivableIds",
                    "A plan takes in at most " + MOST_RECEIVABLES + " receivables.");
        }
        Refusals refusals = new Refusals();
        List<Receivable> found = found(ids, customer, refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        BigDecimal open = found.stream().map(each -> each.balance().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Set<UUID> uuids = new LinkedHashSet<>();
        found.forEach(each -> uuids.add(NodeId.uuidOf(each.id())));
        return Outcome.done(
                new Claim(uuids, Money.of(open, found.get(0).amount().currency())));
    }

    private List<Receivable> found(List<String> ids, UUID customer, Refusals refusals) {
        List<Optional<UUID>> uuids =
                ids.stream().map(id -> NodeId.uuid(NodeKind.RECEIVABLE, id)).toList();
        Map<UUID, Receivable> known = receivables.byIds(
                uuids.stream().flatMap(Optional::stream).distinct().toList());
        Set<Receivable> found = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String path = "receivableIds." + i;
            Receivable receivable = uuids.get(i).map(known::get).orElse(null);
            if (receivable == null || !receivable.customer().equals(customer)) {
                refusals.add(ErrorCode.NOT_FOUND, path, "The customer has no such receivable.");
            } else if (receivable.kind() == ReceivableKind.CREDIT_NOTE) {
                refusals.add(ErrorCode.KIND_NOT_ALLOWED, path, "A credit note has no balance that could be paid.");
            } else if (receivable.balance().amount().signum() == 0) {
                refusals.add(ErrorCode.INVALID_STATUS, path, "Nothing of " + receivable.number() + " is open.");
            } else {
                found.add(receivable);
            }
        }
        refusals.unless(
                found.stream().map(each -> each.amount().currency()).distinct().count() <= 1,
                ErrorCode.CURRENCY_MISMATCH,
                "receivableIds",
                "A plan is in one currency.");
        return List.copyOf(found);
    }

    /** The installments of a proposal, in the order of their due dates; errors at {@code installments} or {@code equal}. */
    Outcome<List<DatedAmount>> rows(ProposePaymentPlan wish, Money open) {
        if ((wish.equal() == null) == (wish.installments() == null)) {
            return Outcome.refused(
                    ErrorCode.EXACTLY_ONE, "installments", "Give exactly one of equal and installments.");
        }
        return wish.equal() == null
                ? Terms.explicit(wish.installments(), open, ANY_DAY, "installments")
                        .flatMap(rows -> dated(rows, wish))
                : wish.equal()
                        .split(
                                open,
                                dates.today(),
                                settings.calendar(),
                                settings.current().businessDayRoll());
    }

    private Outcome<List<DatedAmount>> dated(List<DatedAmount> rows, ProposePaymentPlan wish) {
        LocalDate today = dates.today();
        LocalDate latest = today.plusYears(EqualInstallments.MOST_YEARS_AHEAD);
        Refusals refusals = new Refusals();
        for (int i = 0; i < wish.installments().size(); i++) {
            LocalDate due = wish.installments().get(i).dueDate();
            String path = "installments." + i + ".dueDate";
            refusals.unless(
                    !due.isBefore(today),
                    ErrorCode.DATE_IN_PAST,
                    path,
                    "It is before the business date " + today + ".");
            refusals.unless(!due.isAfter(latest), ErrorCode.INVALID_VALUE, path, "The latest date is " + latest + ".");
        }
        return refusals.any() ? refusals.outcome() : Outcome.done(rows);
    }

    /**
     * The plans that the claim touches, which a new plan takes over from; refused with PLAN_OVERLAP at {@code path} when it leaves out what is open of
     * one.
     */
    Outcome<Set<UUID>> takenOver(Collection<UUID> claimed, String path) {
        Map<UUID, Set<UUID>> touched = schedules.plansOver(claimed, dates.today());
        List<UUID> torn = new ArrayList<>();
        touched.forEach((plan, open) -> {
            if (!new HashSet<>(claimed).containsAll(open)) {
                torn.add(plan);
            }
        });
        if (!torn.isEmpty()) {
            return Outcome.refused(
                    ErrorCode.PLAN_OVERLAP,
                    path,
                    "It must take in every open receivable of " + String.join(", ", plans.numbersOf(torn)) + ".");
        }
        return Outcome.done(touched.keySet());
    }

    /** Whether the tenant lets the plan come into force without a person (rule 9). */
    boolean approvedByRule(Claim claim, List<DatedAmount> rows) {
        TenantSettings tenant = settings.current();
        PlanAutoApproval bounds = tenant.planAutoApproval();
        LocalDate today = dates.today();
        return bounds != null
                && new ApprovalByRule(bounds).allows(claim.open(), rows, today)
                && !plans.replannedSince(claim.receivables(), today.minusMonths(ApprovalByRule.MONTHS_BETWEEN_PLANS));
    }

    /** For how many days an installment of a plan that is proposed now may stay unpaid. */
    int graceDays() {
        return settings.current().planGraceDays();
    }
}
