package io.huikuan.alert;

import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** Something that somebody should look at, as it reads on the business date. */
@DefaultNonNull
@Description("Something that somebody should look at.")
public record Alert(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("What it is about.") AlertType type,
        @Description("How urgent it is.") Severity severity,
        @Description("Where it stands.") AlertStatus status,

        @Description("When it was raised, or reopened, for the last time.")
        Instant raisedAt,

        @Description("The date as of which it was raised, or reopened, for the last time.")
        LocalDate businessDate,

        @Description("1 at first, and one more each time its cause returned.")
        int occurrence,

        @Description("What it says, in words, with the customer's name, the amount and the days.")
        String title,

        @Nullable @Description("Until when it is put aside; null when it is not.")
        LocalDate snoozedUntil,

        @Nullable @Description("When it was resolved; null when it is not.")
        Instant resolvedAt,

        @Nullable @Description("Why it was resolved, by itself or by a person; null when it is not.")
        String resolvedBecause,

        @Ignore UUID customer,
        @Ignore Optional<UUID> assignee,
        @Ignore UUID subject)
        implements Node {}
