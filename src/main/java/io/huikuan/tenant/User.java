package io.huikuan.tenant;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.identity.Role;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A person who uses the service, or will: one who is known only as the owner in an import is pending until a token brings that e-mail address. */
@DefaultNonNull
@Description("A person who uses the service.")
public record User(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("What the person is called.") String name,

        @Nullable @Description("The e-mail address; null when the identity provider gives none.")
        String email,

        @Description("What the person may do; none while the person is known only from an import.")
        List<@NonNull Role> roles,

        @Nullable @Description("The region; null: none, and for a manager all.")
        String region,

        @Description("Whether the person may still sign in.")
        boolean active)
        implements Node {

    public User {
        roles = List.copyOf(roles);
    }
}
