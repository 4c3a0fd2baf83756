package io.huikuan.platform.graphql;

import java.util.List;

/** A page of probes. */
public record ProbePage(List<Probe> nodes, int totalCount) {}
