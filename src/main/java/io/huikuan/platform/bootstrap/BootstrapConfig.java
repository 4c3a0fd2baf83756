package io.huikuan.platform.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** What an instance is to have from its first start on. */
@ConfigMapping(prefix = "huikuan.bootstrap")
public interface BootstrapConfig {

    /** The tenants. One that is there already stays as it is. */
    List<TenantEntry> tenants();

    /** One tenant. */
    interface TenantEntry {
        /** The code by which tokens name it: letters, digits, hyphens, underscores and points, at most 63. */
        String code();

        /** What it is called. */
        String name();

        /** The time zone that rules its business dates, by its IANA name. */
        String zone();

        /** The currency of its totals, as its ISO 4217 code. */
        String currency();
    }
}
