package io.huikuan.platform.graphql;

/** A thing that exists in tests only. Test-only types and root fields begin with {@code probe}, so that the published schema can leave them out. */
public record Probe(String name, int level) {}
