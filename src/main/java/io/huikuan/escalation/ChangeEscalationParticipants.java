package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Who takes part in a case, in the place of those who did. */
@DefaultNonNull
@Input("ChangeEscalationParticipantsInput")
@Description("Who takes part in a case, in the place of those who did. All of them see the customer.")
public record ChangeEscalationParticipants(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Id @Description("Who speaks with the customer.") String leadId,

        @Nullable @Id @Description("Who speaks in another tone when the lead gets no further; null: nobody.")
        String secondVoiceId,

        @Nullable @Id @Description("The MANAGER or ADMIN who stands behind them; null: nobody.")
        String managerId) {}
