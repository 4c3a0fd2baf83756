package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** Something that happened to a case; never changed. */
@DefaultNonNull
@Description("Something that happened to a case.")
public record EscalationEvent(
        @Description("What.") EscalationEventKind kind,

        @Nullable @Description("Which stage it is about; null when it is about none.")
        EscalationStage stage,

        @Nullable @Description("Which kind of measure it is about; null when it is about none.")
        EscalationMeasureKind measure,

        @Nullable @Description("Why, in the words of whoever did it.")
        String note,

        @Description("When.") Instant happenedAt,
        @Ignore UUID id,
        @Ignore UUID doer,
        @Ignore UUID letter,
        @Ignore UUID contactRecord) {}
