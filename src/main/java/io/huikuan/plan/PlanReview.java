package io.huikuan.plan;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.ledger.Schedules;
import io.huikuan.plan.data.PlanStore;
import io.huikuan.plan.data.PlanStore.Decision;
import io.huikuan.plan.data.PlanStore.LatePlan;
import io.huikuan.tenant.BrokenPlanPolicy;
import io.huikuan.tenant.TenantSettingsService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Breaks the active plans of a tenant of which an installment stayed unpaid for longer than the grace days (rule 9): a day more after the due
 * date, or after the day on which a reversal brought it back.
 *
 * <p>Each plan is broken in a transaction of its own, under its customer's lock and after another look. A plan whose transaction fails does not
 * stop the others, and a run that was cut off is taken up by the next one, since what is broken already is no longer active.
 */
@ApplicationScoped
public class PlanReview {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final PlanStore plans;
    private final CustomerLocks customers;
    private final Schedules schedules;
    private final TenantSettingsService settings;
    private final PaymentPlans reads;
    private final Event<PlanBroken> broken;

    PlanReview(
            PlanStore plans,
            CustomerLocks customers,
            Schedules schedules,
            TenantSettingsService settings,
            PaymentPlans reads,
            Event<PlanBroken> broken) {
        this.plans = plans;
        this.customers = customers;
        this.schedules = schedules;
        this.settings = settings;
        this.reads = reads;
        this.broken = broken;
    }

    /** How many active plans were looked at, and how many of them were broken. */
    public record Reviewed(int examined, int broken) {}

    /**
     * Reviews the tenant's active plans.
     *
     * @param today the business date: what was once late and is paid by now breaks nothing
     * @throws IllegalStateException when some plans could not be broken; all others were
     */
    public Reviewed review(LocalDate today) {
        int examined = QuarkusTransaction.requiringNew().call(plans::countActive);
        List<RuntimeException> failures = new ArrayList<>();
        int count = 0;
        List<LatePlan> page = page(FIRST, today);
        while (!page.isEmpty()) {
            count += breakAll(page, today, failures);
            page = page.size() < PAGE
                    ? List.of()
                    : page(page.get(page.size() - 1).id(), today);
        }
        if (!failures.isEmpty()) {
            throw incomplete(failures);
        }
        return new Reviewed(examined, count);
    }

    private List<LatePlan> page(UUID after, LocalDate today) {
        return QuarkusTransaction.requiringNew().call(() -> plans.lateAfter(after, today, PAGE));
    }

    /** Whatever goes wrong with a plan is told at the end: the others come first. */
    private int breakAll(List<LatePlan> page, LocalDate today, List<RuntimeException> failures) {
        int count = 0;
        for (LatePlan plan : page) {
            try {
                count += QuarkusTransaction.requiringNew().call(() -> breakIfLate(plan, today)) ? 1 : 0;
            } catch (RuntimeException e) {
                failures.add(new IllegalStateException("the plan " + plan.id() + " could not be broken", e));
            }
        }
        return count;
    }

    private static IllegalStateException incomplete(List<RuntimeException> failures) {
        IllegalStateException incomplete =
                new IllegalStateException(failures.size() + " of the plans could not be broken", failures.get(0));
        failures.stream().skip(1).forEach(incomplete::addSuppressed);
        return incomplete;
    }

    private boolean breakIfLate(LatePlan late, LocalDate today) {
        if (customers.lock(late.customer()).isEmpty() || !plans.isLate(late.id(), today)) {
            return false;
        }
        plans.end(late.id(), new Decision(PlanStatus.BROKEN, today, null, null));
        if (settings.current().brokenPlanPolicy() == BrokenPlanPolicy.ACCELERATE) {
            schedules.accelerate(late.id(), today);
        } else {
            schedules.returnToTerms(late.id(), today);
        }
        String number = reads.find(late.id()).orElseThrow().number();
        broken.fire(new PlanBroken(late.id(), late.customer(), number, today));
        return true;
    }
}
