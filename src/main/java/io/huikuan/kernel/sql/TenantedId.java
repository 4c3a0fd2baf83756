package io.huikuan.kernel.sql;

import java.util.UUID;

/** The key of an entity: tenant and id, so that every statement on it names the tenant. */
public record TenantedId(UUID tenantId, UUID id) {}
