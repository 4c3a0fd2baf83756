package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A decision on a measure that waits for one. */
@DefaultNonNull
@Input("DecideEscalationMeasureInput")
@Description("A decision on a measure that waits for one.")
public record DecideEscalationMeasure(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which measure.") String id,

        @Description("The version of the measure that was seen; another one is STALE.")
        int version,

        @Description("Whether it is approved; else it is rejected.")
        boolean approve,

        @Nullable @Description("Why, at most 500 characters; a rejection needs it.")
        String reason) {}
