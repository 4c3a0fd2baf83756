package io.huikuan.platform.security;

import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells who is asking; in tests only. */
@Path("/test/who")
public class WhoResource {

    private final CurrentActor actor;

    WhoResource(CurrentActor actor) {
        this.actor = actor;
    }

    @GET
    @Authenticated
    public String who() {
        var who = actor.get();
        return String.join(
                " ",
                who.tenantCode(),
                who.zone().getId(),
                who.baseCurrency(),
                who.user().orElseThrow().toString(),
                who.roles().stream().sorted().toList().toString(),
                who.region().orElse("-"),
                who.customer().map(Object::toString).orElse("-"));
    }

    @GET
    @Path("/admin")
    @RolesAllowed("ADMIN")
    public String admin() {
        return "admin";
    }
}
