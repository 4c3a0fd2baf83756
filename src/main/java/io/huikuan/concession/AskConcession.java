package io.huikuan.concession;

import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What a customer asks for. */
@DefaultNonNull
@Input("AskConcessionInput")
@Description("What a customer asks for.")
public record AskConcession(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Who asks.") String customerId,
        @Description("What it asks for.") ConcessionKind kind,

        @Description("What exactly, in words, at most 2000 characters.")
        String asked,

        @Nullable @Description("What that would be worth.") MoneyInput worth,

        @Nullable @Description("The day on which it asked, at most 31 days ago; null: the business date.")
        LocalDate askedOn,

        @Nullable @Id @Description("The customer's person who asked; null: nobody is named.")
        String contactPersonId) {}
