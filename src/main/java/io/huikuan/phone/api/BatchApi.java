package io.huikuan.phone.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.phone.Batches;
import io.huikuan.phone.QueuedOperations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** What was queued while there was no network. */
@GraphQLApi
public class BatchApi {

    private final Batches batches;
    private final QueuedOperations operations;

    BatchApi(Batches batches, QueuedOperations operations) {
        this.batches = batches;
        this.operations = operations;
    }

    @Mutation
    @Description(
            "Does what was queued on a phone, in order, each operation for itself: what one is refused for does not undo another. The whole batch may be sent"
                    + " again; what is done already is not done again, and is answered as it is now.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public SubmitBatchPayload submitBatch(@NonNull @Description("What was queued.") SubmitBatchInput input) {
        return SubmitBatchPayload.of(batches.submit(input.queued(operations)));
    }
}
