package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A visit by our own leader, in the place of the one that was planned. */
@DefaultNonNull
@Input("PlanLeaderVisitInput")
@Description("A visit by our own leader, in the place of the one that was planned.")
public record PlanLeaderVisit(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Id @Description("Who visits: a MANAGER or ADMIN who sees the customer.")
        String visitorId,

        @Description("When, from the business date on.") LocalDate on,

        @Nullable @Description("What for, at most 500 characters.")
        String note) {}
