package io.huikuan.escalation;

import io.huikuan.letter.LetterRoute;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A case that is to be opened. */
@DefaultNonNull
@Input("OpenEscalationInput")
@Description("A case that is to be opened with a reminder.")
public record OpenEscalation(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,
        @Description("Why, at most 500 characters.") String reason,

        @Nullable @Description("How many days after the reminder a firm notice may follow, 3 to 60; null: 7.")
        Integer days,

        @Nullable @Description("How the letter goes; null: by e-mail, or printed where there is no address.")
        LetterRoute route,

        @Nullable @Description("Whether the statement of account goes with it; null: it does not.")
        Boolean withStatement) {}
