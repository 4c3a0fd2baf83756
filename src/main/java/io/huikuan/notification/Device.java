package io.huikuan.notification;

import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** A phone or browser that takes pushes for the person who registered it. Its address is never shown. */
@DefaultNonNull
@Description("A phone or browser that takes pushes.")
public record Device(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("How it takes pushes.") DeviceKind kind,
        @Description("What its owner calls it.") String name,

        @Description("When it was registered for the last time.")
        Instant registeredAt)
        implements Node {}
