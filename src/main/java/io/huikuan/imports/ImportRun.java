package io.huikuan.imports;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.work.JobStatus;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A file that was loaded, is being loaded, or was refused. */
@DefaultNonNull
@Description("A file that was loaded, is being loaded, or was refused.")
public record ImportRun(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description(
                "What it was loaded as: customers, contact-persons, receivables, payments, deliveries, sell-out or my-sell-out.")
        String kind,

        @Nullable @Description("The profile by which it was read; null: by its canonical columns.")
        String profile,

        @Description("Whether it was only tried: the figures say what would have happened.")
        boolean dryRun,

        @Description("How it went. A file is loaded wholly or not at all: FAILED has changed nothing.")
        JobStatus status,

        @Description("How many rows were read so far, the header and rows left out by the profile aside.")
        int rows,

        @Description("How many rows made something new.") int created,

        @Description("How many rows changed something known.")
        int updated,

        @Description("How many rows said what was known already.")
        int unchanged,

        @Description("How many rows have errors.") int rejected,
        @Description("When it began.") Instant startedAt,

        @Nullable @Description("When it ended; null while it runs.")
        Instant finishedAt,

        @Ignore UUID byId,
        @Ignore int errorCount)
        implements Node {

    /** Who sent it; empty when nobody did in person. */
    @Ignore
    public Optional<UUID> by() {
        return Optional.ofNullable(byId);
    }

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
