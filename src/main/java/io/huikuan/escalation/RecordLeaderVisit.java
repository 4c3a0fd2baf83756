package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** The planned visit was made. */
@DefaultNonNull
@Input("RecordLeaderVisitInput")
@Description("The planned visit was made: its contact record tells what came of it.")
public record RecordLeaderVisit(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Id @Description("The contact record of the visit or meeting with this customer.")
        String contactRecordId) {}
