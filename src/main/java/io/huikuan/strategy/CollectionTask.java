package io.huikuan.strategy;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What a step of a strategy came to with a customer: a task for a person, or a letter that goes out by itself. */
@DefaultNonNull
@Description(
        "What a step of a strategy came to with a customer: a task for a person, or a letter that goes out by itself.")
public record CollectionTask(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a change.")
        int version,

        @Description("By which way.") StrategyChannel channel,
        @Description("Where it stands.") TaskStatus status,

        @Nullable @Description("Why it was not done; null unless it failed or was skipped.")
        TaskReason reason,

        @Description("The customer's oldest due date for which it was made.")
        LocalDate oldestDueDate,

        @Description("The day on which the step was reached by its rule.")
        LocalDate plannedOn,

        @Description("The business day on which it is to be done.")
        LocalDate dueOn,

        @Nullable @Description("When it is tried next; null unless it waits to go out by itself.")
        Instant nextAttemptAt,

        @Description("When it was made.") Instant madeAt,

        @Nullable @Description("When it was done, failed or skipped; null before.")
        Instant endedAt,

        @Description(
                "Which steps of its version were reached too and left out for it, by their positions: nothing is sent in bulk after days of silence.")
        List<@NonNull Integer> passedOver,

        @Ignore UUID customer,
        @Ignore UUID strategy,
        @Ignore int number,
        @Ignore int position,
        @Ignore UUID assignee,
        @Ignore UUID contactRecordId,
        @Ignore UUID letterId,
        @Ignore UUID ender)
        implements Node {

    public CollectionTask {
        passedOver = List.copyOf(passedOver);
    }

    /** The row behind the id. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }

    /** Which step of which version it comes from. */
    @Ignore
    public StepKey step() {
        return new StepKey(strategy, number, position);
    }
}
