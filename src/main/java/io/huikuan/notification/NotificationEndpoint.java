package io.huikuan.notification;

import io.huikuan.alert.AlertType;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Where a system or a group of the tenant hears of alerts. Its address and secrets are kept sealed and never shown. */
@DefaultNonNull
@Description("Where a system or a group of the tenant hears of alerts. Its address and secrets are never shown.")
public record NotificationEndpoint(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when changing it.")
        int version,

        @Description("What listens there.") EndpointKind kind,
        @Description("What it is called.") String name,

        @Description("The host of its address; the rest is a secret.")
        String host,

        @Description("The alerts it hears of; empty: all.") List<@NonNull AlertType> types,

        @Nullable @Description("The region of whose customers it hears; null: of all.")
        String region,

        @Description("The language in which it is told.") Language language,
        @Description("Whether it is told at all.") boolean active,

        @Nullable @Description("Until when the secret before the present one signs too; null when only one signs.")
        Instant previousSecretUntil)
        implements Node {

    public NotificationEndpoint {
        types = List.copyOf(types);
    }
}
