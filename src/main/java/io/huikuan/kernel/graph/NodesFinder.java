package io.huikuan.kernel.graph;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds many nodes of one kind at once, for what tells of things of several kinds. */
public interface NodesFinder extends NodeFinder {

    /** Those of the nodes that exist and that the current actor may see. */
    Map<UUID, ? extends Node> findAll(Set<UUID> uuids);
}
