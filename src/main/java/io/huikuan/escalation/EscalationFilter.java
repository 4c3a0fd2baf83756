package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which cases a list holds; what is absent does not restrict it. */
@DefaultNonNull
@Input("EscalationFilter")
@Description("Which cases a list holds; what is absent does not restrict it.")
public record EscalationFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those of one of these statuses.")
        List<@NonNull EscalationStatus> status,

        @Nullable @Description("Those at one of these stages.")
        List<@NonNull EscalationStage> stage,

        @Nullable @Description("Open ones whose warning has run out by this day.")
        LocalDate warnedUntilTo,

        @Nullable @Description("Whether you take part in them: as lead, second voice, manager or visitor.")
        Boolean mine,

        @Nullable @Description("Whether something waits there for an approval that you may give.")
        Boolean waitingForMe) {

    /** All cases. */
    public static final EscalationFilter ALL = new EscalationFilter(null, null, null, null, null, null);
}
