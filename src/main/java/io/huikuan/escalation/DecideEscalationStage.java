package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A decision on the stage that was proposed. */
@DefaultNonNull
@Input("DecideEscalationStageInput")
@Description("A decision on the stage that was proposed.")
public record DecideEscalationStage(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Description("Whether it is approved; else it is rejected.")
        boolean approve,

        @Nullable @Description("Why, at most 500 characters; a rejection needs it.")
        String reason) {}
