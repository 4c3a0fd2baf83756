package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** The end of a pause of dunning before its time. */
@DefaultNonNull
@Input("ResumeDunningInput")
@Description("The end of a pause of dunning before its time.")
public record ResumeDunning(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which pause.") String id,

        @Description("The version of the pause that was read; another one is STALE.")
        int version,

        @Description("Why, at most 500 characters.") String reason) {}
