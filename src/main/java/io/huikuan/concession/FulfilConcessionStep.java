package io.huikuan.concession;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which step was given, and how. */
@DefaultNonNull
@Input("FulfilConcessionStepInput")
@Description("Which step was given, and how.")
public record FulfilConcessionStep(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which concession.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Description("The number of the step.") int step,

        @Nullable @Description("How it was given, for example the number of the credit note, at most 500 characters.")
        String note) {}
