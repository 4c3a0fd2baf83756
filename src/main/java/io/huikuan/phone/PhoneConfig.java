package io.huikuan.phone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long phones may be silent. */
@ConfigMapping(prefix = "huikuan.phone")
public interface PhoneConfig {

    /** How long it is known which things changed; a phone that has not asked for so long begins anew. */
    @WithDefault("30D")
    Duration keepChanges();

    /** How often what is older is forgotten. {@code off} in tests. */
    @WithDefault("1h")
    String sweepEvery();
}
