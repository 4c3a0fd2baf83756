package io.huikuan.job;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.alert.Tally;
import io.huikuan.debtorclass.ClassReview;
import io.huikuan.plan.PlanReview;
import io.huikuan.promise.PromiseReview;
import io.huikuan.strategy.StrategyRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;

/** What each job does for the current tenant. Done twice, it does nothing the second time. */
@ApplicationScoped
class JobWork {

    private final AlertKeeper alerts;
    private final PlanReview plans;
    private final PromiseReview promises;
    private final ClassReview classes;
    private final StrategyRun strategies;

    JobWork(AlertKeeper alerts, PlanReview plans, PromiseReview promises, ClassReview classes, StrategyRun strategies) {
        this.alerts = alerts;
        this.plans = plans;
        this.promises = promises;
        this.classes = classes;
        this.strategies = strategies;
    }

    /** Does the job as of the day, which is not after the business date. */
    Tally run(JobName job, LocalDate asOf) {
        return switch (job) {
            case PLAN_REVIEW -> reviewPlans(asOf);
            case PROMISE_REVIEW -> reviewPromises();
            case INSTALLMENT_ALERTS -> alerts.judgeInstallments(asOf);
            case SELL_THROUGH_ALERTS -> alerts.judgeSellThrough(asOf);
            case DISPUTE_ALERTS -> alerts.judgeDisputes(asOf);
            case CONCESSION_ALERTS -> alerts.judgeConcessions(asOf);
            case CLASS_REVIEW -> new Tally(classes.review().examined(), 0, 0, Set.of());
            case STRATEGY_RUN -> runStrategies();
            case ESCALATION_REVIEW -> alerts.judgeEscalations(asOf);
        };
    }

    /** Each plan that is broken raises its alert in its own transaction; what was missed there is caught up with here. */
    private Tally reviewPlans(LocalDate today) {
        PlanReview.Reviewed reviewed = plans.review(today);
        Tally rest = alerts.judgePlans();
        return new Tally(reviewed.examined(), reviewed.broken() + rest.raised(), rest.resolved(), rest.customers());
    }

    private Tally reviewPromises() {
        PromiseReview.Reviewed reviewed = promises.review();
        Tally alerted = alerts.judgePromises();
        return new Tally(reviewed.examined(), alerted.raised(), alerted.resolved(), alerted.customers());
    }

    private Tally runStrategies() {
        StrategyRun.Ran ran = strategies.run();
        Tally told = alerts.judgeStrategies();
        return new Tally(ran.examined(), ran.made(), ran.ended(), told.customers());
    }
}
