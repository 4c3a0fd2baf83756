package io.huikuan.phone.api;

import io.huikuan.phone.Operation;
import io.huikuan.phone.QueuedOperations;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What was queued, as a client sends it. */
@DefaultNonNull
@Input("SubmitBatchInput")
@Description("What was done while there was no network.")
public record SubmitBatchInput(
        @Description("The operations in the order in which they were done, at most 100.")
        List<@NonNull QueuedOperationInput> operations) {

    List<Operation> queued(QueuedOperations known) {
        return operations.stream().map(one -> one.operation(known)).toList();
    }
}
