package io.huikuan.ledger;

import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * One row of a schedule as it stands on the business date. Of a schedule that no longer rules nothing is open, so that the open
 * installments of a customer always sum to its balance; one of a plan that is only proposed shows its whole amount.
 */
@DefaultNonNull
@Description("One row of a schedule: an amount that is due on a date.")
public record Installment(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Its place within the schedule, from 1.")
        int sequence,

        @Description("When it is due.") LocalDate dueDate,
        @Description("How much is due.") Money amount,

        @Description("What is open of it on the business date; 0 when another schedule rules in its place.")
        Money balance,

        @Description("How far it is settled.") Settlement settlement,

        @Description("Where it stands in time on the business date.")
        Timing timing,

        @Description("How many days it is late; 0 when it is not late or nothing is open.")
        int daysPastDue,

        @Ignore UUID receivable,
        @Ignore UUID plan,
        @Ignore UUID customer)
        implements Node, AlertSubject {}
