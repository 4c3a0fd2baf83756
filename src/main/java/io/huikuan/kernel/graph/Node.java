package io.huikuan.kernel.graph;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A thing with a global id. */
@Interface
@Description("A thing that can be fetched again by its global id.")
public interface Node {

    /** The global id, see {@link NodeId}. */
    @Id
    @NonNull
    @Name("id")
    @Description("The global id; opaque to clients.")
    String id();
}
