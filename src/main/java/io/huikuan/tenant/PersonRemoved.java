package io.huikuan.tenant;

import java.util.UUID;

/**
 * That a person may no longer sign in. Every node fires it when it hears of it, which is once the removal is committed; from then on nothing that is remembered of the person
 * may be believed. Observers must not block.
 */
public record PersonRemoved(UUID tenant, UUID user) {}
