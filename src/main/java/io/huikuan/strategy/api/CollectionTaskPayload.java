package io.huikuan.strategy.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.strategy.CollectionTask;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a task. */
@DefaultNonNull
@Description("What became of a mutation of a task.")
public record CollectionTaskPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        CollectionTask collectionTask,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static CollectionTaskPayload of(Outcome<CollectionTask> outcome) {
        return new CollectionTaskPayload(outcome.valueOrNull(), outcome.errors());
    }
}
