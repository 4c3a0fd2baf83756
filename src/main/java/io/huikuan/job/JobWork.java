package io.huikuan.job;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.alert.Tally;
import io.huikuan.plan.PlanReview;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** What each job does for the current tenant. Done twice, it does nothing the second time. */
@ApplicationScoped
class JobWork {

    private final AlertKeeper alerts;
    private final PlanReview plans;

    JobWork(AlertKeeper alerts, PlanReview plans) {
        this.alerts = alerts;
        this.plans = plans;
    }

    /** Does the job as of the day, which is not after the business date. */
    Tally run(JobName job, LocalDate asOf) {
        return switch (job) {
            case PLAN_REVIEW -> reviewPlans(asOf);
            case INSTALLMENT_ALERTS -> alerts.judgeInstallments(asOf);
            case SELL_THROUGH_ALERTS -> alerts.judgeSellThrough(asOf);
        };
    }

    /** Each plan that is broken raises its alert in its own transaction; what was missed there is caught up with here. */
    private Tally reviewPlans(LocalDate today) {
        PlanReview.Reviewed reviewed = plans.review(today);
        Tally rest = alerts.judgePlans();
        return new Tally(reviewed.examined(), reviewed.broken() + rest.raised(), rest.resolved(), rest.customers());
    }
}
