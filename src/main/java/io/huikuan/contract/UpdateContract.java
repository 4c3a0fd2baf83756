package io.huikuan.contract;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A contract as it is agreed from now on; it replaces all fields. */
@DefaultNonNull
@Input("UpdateContractInput")
@Description("A contract as it is agreed from now on; it replaces all fields.")
public record UpdateContract(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which contract.") String id,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Nullable @Description("What it is about, at most 200 characters.")
        String title,

        @Description("Its payment clause.") PaymentClauseWish clause,

        @Nullable @Description("When it was signed, not after the business date; null: it is not signed.")
        LocalDate signedOn,

        @Description("Its first day.") LocalDate validFrom,

        @Nullable @Description("Its last day; null: it has none.")
        LocalDate validUntil) {}
