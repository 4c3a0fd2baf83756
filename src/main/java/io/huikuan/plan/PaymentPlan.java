package io.huikuan.plan;

import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * A schedule over one or more receivables of one customer in one currency, as it stands on the business date.
 *
 * <p>The balance is what is open of the receivables that it rules. It need not be the total less what is paid: credit notes and
 * write-offs close installments without a payment, and a reversal may bring an older debt onto the plan.
 */
@DefaultNonNull
@Description("The schedule by which one or more receivables of one customer in one currency are to be paid.")
public record PaymentPlan(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a decision.")
        int version,

        @Description("Its number, unique within the tenant.")
        String number,

        @Description("Where it stands in its life.") PlanStatus status,

        @Description("The currency of all its amounts, as its ISO 4217 code.")
        String currency,

        @Description("What its installments summed to when it was proposed.")
        Decimal total,

        @Description(
                "What is open of what it rules on the business date; the total while it is proposed, 0 once it rules nothing.")
        Decimal balance,

        @Nullable @Description("The first day on which it ruled; null while it was never approved.")
        LocalDate effectiveFrom,

        @Nullable @Description("When it was completed, broken, cancelled, superseded or rejected; null before.")
        LocalDate endedOn,

        @Description("For how many days an installment may stay unpaid before the plan is broken.")
        int graceDays,

        @Nullable @Description("What the proposer wrote.") String note,

        @Nullable @Description("What the person wrote who approved, rejected or cancelled it.")
        String decisionNote,

        @Description("When it was proposed.") Instant createdAt,
        @Ignore UUID customerId,
        @Ignore UUID proposerId,
        @Ignore UUID deciderId)
        implements Node, AlertSubject {}
