package io.huikuan.tenant;

/** The tenant's settings were changed; fired within the transaction that changes them, once they can be read. */
public record SettingsChanged(TenantSettings before, TenantSettings after) {}
