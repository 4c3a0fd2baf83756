package io.huikuan.phone.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.phone.OperationResult;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a batch. */
@DefaultNonNull
@Description("What became of each operation, or why the batch as a whole was refused.")
public record SubmitBatchPayload(
        @Description("One result for each operation, in their order; empty when the batch as a whole was refused.")
        List<@NonNull OperationResult> results,

        @Description(
                "Why the batch as a whole was refused, with nothing done; what single operations were refused for stands in their results.")
        List<@NonNull UserError> userErrors) {

    static SubmitBatchPayload of(Outcome<List<OperationResult>> outcome) {
        return outcome instanceof Outcome.Done<List<OperationResult>> done
                ? new SubmitBatchPayload(done.value(), List.of())
                : new SubmitBatchPayload(List.of(), outcome.errors());
    }
}
