package io.huikuan.kernel.graph;

import java.util.Optional;
import java.util.UUID;

/** Finds nodes of one kind for {@code node(id:)}; each capability has one for each kind that it owns. */
public interface NodeFinder {

    /** The kind of nodes that this one finds. */
    NodeKind kind();

    /** The node, if it exists and the current actor may see it. */
    Optional<? extends Node> find(UUID uuid);
}
