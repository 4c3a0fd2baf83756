package io.huikuan.concession;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What is granted for payment. */
@DefaultNonNull
@Input("GrantConcessionInput")
@Description("What is granted for payment.")
public record GrantConcession(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which concession.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Nullable @Description("What is given for which payment, step by step, 1 to 12; null: what was offered last.")
        List<@NonNull ConcessionTermWish> terms,

        @Nullable @Description("What to write down with it, at most 500 characters.")
        String note) {}
