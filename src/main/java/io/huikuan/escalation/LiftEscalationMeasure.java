package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A measure in force that is to be lifted. */
@DefaultNonNull
@Input("LiftEscalationMeasureInput")
@Description("A measure in force that is to be lifted.")
public record LiftEscalationMeasure(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which measure.") String id,

        @Description("The version of the measure that was seen; another one is STALE.")
        int version,

        @Description("Why, at most 500 characters.") String reason) {}
