package io.huikuan.strategy;

import java.util.UUID;

/** Names a version of a strategy. */
public record VersionKey(UUID strategy, int number) {}
