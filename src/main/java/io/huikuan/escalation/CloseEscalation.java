package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A case that is to be ended, with all its measures. */
@DefaultNonNull
@Input("CloseEscalationInput")
@Description("A case that is to be ended, with all its measures.")
public record CloseEscalation(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Description("Why, at most 500 characters.") String reason) {}
