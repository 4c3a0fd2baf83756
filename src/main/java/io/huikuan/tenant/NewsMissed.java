package io.huikuan.tenant;

/** That this node was deaf for a while and may have missed that persons were removed: nothing that is remembered of any may be believed. */
public record NewsMissed() {}
