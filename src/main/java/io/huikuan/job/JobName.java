package io.huikuan.job;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A job. They follow each other in this order: a plan that is broken changes which installments are due. */
@Enum("JobName")
@Description("A job that every tenant has once a day.")
public enum JobName {
    @Description("Breaks plans of which an installment stayed unpaid longer than the grace days. It judges today only.")
    PLAN_REVIEW,
    @Description("Judges promises to pay whose window is over, and raises their alerts. It judges today only.")
    PROMISE_REVIEW,
    @Description("Raises and resolves the alerts of installments that are due soon or overdue.")
    INSTALLMENT_ALERTS,
    @Description("Raises and resolves the alerts of stocks that have sold through and of reports that cannot be true.")
    SELL_THROUGH_ALERTS,
    @Description("Raises and resolves the alerts of disputes whose deadline has come.")
    DISPUTE_ALERTS,
    @Description(
            "Raises and resolves the alerts of concessions whose payment is due, or went back after they were given.")
    CONCESSION_ALERTS,
    @Description(
            "Looks which class of debtor the evidence proposes for each customer; its list is debtorClassReviews. It judges today only.")
    CLASS_REVIEW,
    @Description(
            "Raises and resolves the alerts of escalations whose warning has run out. It escalates nothing by itself.")
    ESCALATION_REVIEW,
    @Description(
            "Gives each customer the step of its strategy that is due, and ends tasks whose cause is gone. It judges today only.")
    STRATEGY_RUN
}
