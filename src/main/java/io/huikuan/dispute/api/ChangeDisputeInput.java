package io.huikuan.dispute.api;

import io.huikuan.dispute.ChangeDispute;
import io.huikuan.dispute.DisputeDepartment;
import io.huikuan.dispute.DisputeReason;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What is changed of an open dispute. */
@DefaultNonNull
@Input("ChangeDisputeInput")
@Description("What is changed of an open dispute; what is null or absent stays as it is.")
public record ChangeDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Nullable @Description("Why the customer really refuses.")
        DisputeReason reason,

        @Nullable @Description("Who has to look into it from now on.")
        DisputeDepartment department,

        @Nullable @Description("By when it is to be decided, from the business date on.")
        LocalDate deadline) {

    ChangeDispute wish() {
        return new ChangeDispute(clientKey, id, version, reason, department, deadline);
    }
}
