package io.huikuan.concession;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A step of what was granted, and how it stands. What is paid follows from the ledger. */
@DefaultNonNull
@Description("A step of what was granted, and how it stands.")
public record ConcessionStep(
        @Description("Its number, from 1.") int step,

        @Description("What is given for which payment.") ConcessionTerm term,

        @Description("How it stands.") ConcessionStepState state,

        @Description("What it and the steps before it ask for in all.")
        Money due,

        @Description("What money received from the grant to its day paid, without what went back.")
        Money paid,

        @Description("Whether it was given though the payment went back afterwards.")
        boolean unpaid,

        @Nullable @Description("When it was given; null while it is not.")
        LocalDate fulfilledOn,

        @Nullable @Description("How it was given, in words.")
        String fulfilment,

        @Ignore UUID fulfiller) {}
