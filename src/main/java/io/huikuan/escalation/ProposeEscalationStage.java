package io.huikuan.escalation;

import io.huikuan.letter.LetterRoute;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A stage that is to be reached, or whose letter is to be repeated. */
@DefaultNonNull
@Input("ProposeEscalationStageInput")
@Description("A stage that is to be reached, or whose letter is to be repeated.")
public record ProposeEscalationStage(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Description(
                "Which stage: the one of which the customer is warned, the same once more, or from LEGAL or AGENCY the final notice.")
        EscalationStage stage,

        @Nullable @Description("Of which stage its letter warns; null: of the usual one.")
        EscalationStage warnsOf,

        @Nullable @Description("How many days after the letter that may follow, 3 to 60; null: 7.")
        Integer days,

        @Nullable @Description("How the letter goes; null: by e-mail, or printed where there is no address.")
        LetterRoute route,

        @Nullable @Description("Whether the statement of account goes with it; null: it does not.")
        Boolean withStatement,

        @Description("Why, at most 500 characters.") String reason) {}
