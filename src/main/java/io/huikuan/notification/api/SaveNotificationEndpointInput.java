package io.huikuan.notification.api;

import io.huikuan.alert.AlertType;
import io.huikuan.kernel.text.Language;
import io.huikuan.notification.EndpointKind;
import io.huikuan.notification.EndpointWish;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An endpoint as a client sends it. */
@Input("SaveNotificationEndpointInput")
@Description(
        "An endpoint, new or known; all fields are replaced, so what is absent is emptied, but for url and secret, which then stay as they are.")
public record SaveNotificationEndpointInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("The endpoint; absent for a new one.")
        String id,

        @Description("The version that was read, needed with an id; another one is STALE.")
        Integer version,

        @Description("What listens there, needed for a new one; an endpoint keeps its kind.")
        EndpointKind kind,

        @NonNull @Description("What it is called, at most 100 characters.")
        String name,

        @Description("Its https address on the public internet, needed for a new one; absent: as before.")
        String url,

        @Description(
                "The secret with which a robot's platform checks requests, where the robot has one; absent: as before. That of a webhook is made here.")
        String secret,

        @Nullable @Description("The alerts it hears of; absent or empty: all.")
        List<@NonNull AlertType> types,

        @Description("The region of whose customers it hears; absent: of all.")
        String region,

        @Description("The language in which it is told; absent: English.")
        Language language,

        @Description("Whether it is told at all; absent: yes.")
        Boolean active) {

    EndpointWish wish() {
        return new EndpointWish(
                clientKey,
                id,
                version,
                kind,
                name,
                url,
                secret,
                types == null ? List.of() : types,
                region,
                language == null ? Language.EN : language,
                active == null || active);
    }
}
