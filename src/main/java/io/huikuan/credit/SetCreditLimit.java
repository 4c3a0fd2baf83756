package io.huikuan.credit;

import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A limit for a customer; the limits before it stay in the history. */
@DefaultNonNull
@Input("SetCreditLimitInput")
@Description("A limit for a customer; the limits before it stay in the history.")
public record SetCreditLimit(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("The version of the standing that was read; another one is STALE.")
        int version,

        @Nullable
        @DefaultValue("STANDARD")
        @Description("What kind of limit it is; TRIAL takes its growth from the tenant's policy.")
        CreditLimitKind kind,

        @Nullable @Description("How much may be owed; null: no limit from that day on, only for STANDARD.")
        MoneyInput amount,

        @Nullable @Description("From which day, not before the business date; null: from the business date on.")
        LocalDate validFrom,

        @Nullable @Description("Its last day, needed for TEMPORARY; null: it has no end of its own.")
        LocalDate validUntil,

        @Description("Why, at most 500 characters.") String reason) {}
