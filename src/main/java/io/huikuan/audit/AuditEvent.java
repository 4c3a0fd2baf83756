package io.huikuan.audit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/** A line of the audit log. */
@DefaultNonNull
@Description("A line of the audit log: somebody came in or was turned away, or did what must stay known.")
public record AuditEvent(
        @Description("When it was.") Instant at,
        @Description("What happened.") AuditKind kind,

        @Description("How the token calls its bearer; empty when no token was believed.")
        String who,

        @Description("What was asked for, and why it was refused; or what was done.")
        String what,

        @Description("The address that the request came from; empty of what was done: the line of coming in tells it.")
        String address,

        @Description("What the client's program calls itself, shortened; empty when it does not say.")
        String userAgent,

        @Name("heldBack") @Description("How often the same happened since the line before, without a line of its own.")
        int heldBack,

        @Nullable @Ignore UUID userId,
        @Ignore UUID uuid) {}
