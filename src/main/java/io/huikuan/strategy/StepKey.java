package io.huikuan.strategy;

import java.util.UUID;

/** Names a step. */
public record StepKey(UUID strategy, int number, int position) {}
