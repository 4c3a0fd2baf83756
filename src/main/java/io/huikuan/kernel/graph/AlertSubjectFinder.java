package io.huikuan.kernel.graph;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds what alerts are about where that belongs to a capability above alerts, many at once. */
public interface AlertSubjectFinder extends NodeFinder {

    /** Those of the things that exist and that the current actor may see. */
    Map<UUID, ? extends AlertSubject> subjects(Set<UUID> ids);
}
