package io.huikuan.alert.live;

import java.util.UUID;

/** This node was told that alerts of a tenant were committed, here or on another node. Fired asynchronously; may be missed and may come twice. */
public record BatchCommitted(UUID tenant, UUID batch) {}
