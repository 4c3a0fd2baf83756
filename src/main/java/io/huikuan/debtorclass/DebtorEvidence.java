package io.huikuan.debtorclass;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/**
 * What is known of how a customer pays, in figures, as of the business date. Every share is told as what was counted and what it is a part of. "The last year" is the
 * 365 days up to the business date.
 *
 * @param settled installments by the receivables' own terms that were paid in full, by money at least in part, with the last payment in the last year. Own terms, so that
 *     planning anew makes nobody look punctual
 * @param medianDaysLate of these, each counted once whatever its amount, the days from due date to last payment, 0 where it was early; of an even number the lower
 *     of the two in the middle. Null when none was settled
 * @param unkeptByAmount Σ (asked − paid) ÷ Σ asked over the matured promises, in the currency in which it is the highest; null when none matured
 * @param payments received in the last year and not reversed
 * @param paymentsInWindow those of them that were received from the grant of a concession to the last of its days of which the payment came
 * @param paidConcessions concessions granted in the last year of which at least one step was paid for
 * @param overdue all that is overdue by the schedules that rule, in the currency of which the highest share is disputed; null when nothing is
 * @param sellThrough of the current stock cycle; null when there is none
 */
@DefaultNonNull
@Description("What is known of how a customer pays, in figures, each with what it is a part of.")
public record DebtorEvidence(
        @Description("How many installments, by the receivables' own terms, were paid in full in the last 365 days.")
        int settled,

        @Nullable
        @Description("The median of their days late, each counted once and 0 when early; null when none was settled.")
        Integer medianDaysLate,

        @Description("How many promises to pay matured in the last 365 days.")
        int promisesMatured,

        @Description("How many of them were broken or kept only in part.")
        int promisesUnkept,

        @Nullable
        @Description(
                "Which share of what they asked for was not paid, in the currency in which it is the highest; null when none matured.")
        Decimal unkeptByAmount,

        @Description("How many payments came in the last 365 days, without those that went back.")
        int payments,

        @Description("How many of them came within the window of a concession that was paid for.")
        int paymentsInWindow,

        @Description("How many concessions granted in the last 365 days were paid for, at least in one step.")
        int paidConcessions,

        @Description("For how many days its oldest installment is overdue; 0: nothing is.")
        int daysOverdue,

        @Nullable
        @Description(
                "What is overdue, in the currency in which the highest share of it is disputed; null when nothing is overdue.")
        Money overdue,

        @Nullable @Description("How much of that is disputed; null when nothing is overdue.")
        Money disputed,

        @Description("How many of its disputes were accepted or rejected in the last 365 days.")
        int disputesDecided,

        @Description("How many of them were rejected.") int disputesRejected,

        @Description("How many contacts there were in the last 90 days.")
        int contacts,

        @Description("In how many of them it refused to pay without a reason.")
        int refused,

        @Description("In how many of them nobody answered.") int unanswered,

        @Description("In how many of them it said that it cannot pay at present.")
        int hardship,

        @Description("How many payment plans were proposed for it in the last 90 days.")
        int plansAsked,

        @Nullable
        @Description("Which share of its stock is sold, by value, in the current cycle; null when none is known.")
        Decimal sellThrough) {}
