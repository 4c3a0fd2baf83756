package io.huikuan.plan;

import io.huikuan.ledger.BalanceMoved;
import io.huikuan.plan.data.PlanStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Keeps plans in line with the ledger: completed when nothing of them is open, active again when something is. */
@ApplicationScoped
class PlanProgress {

    private final PlanStore plans;

    PlanProgress(PlanStore plans) {
        this.plans = plans;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes @Priority(BalanceMoved.PLANS_FIRST) BalanceMoved moved) {
        plans.follow(moved.customers());
    }
}
