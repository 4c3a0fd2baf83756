package io.huikuan.contract;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A new contract with a customer. */
@DefaultNonNull
@Input("RecordContractInput")
@Description("A new contract with a customer.")
public record RecordContract(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Description("Its number, unique within the tenant, at most 64 characters.")
        String number,

        @Nullable @Description("What it is about, at most 200 characters.")
        String title,

        @Description("Its payment clause.") PaymentClauseWish clause,

        @Nullable @Description("When it was signed, not after the business date; null: it is not signed.")
        LocalDate signedOn,

        @Description("Its first day.") LocalDate validFrom,

        @Nullable @Description("Its last day; null: it has none.")
        LocalDate validUntil) {}
