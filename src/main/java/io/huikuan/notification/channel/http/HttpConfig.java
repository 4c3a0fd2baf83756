package io.huikuan.notification.channel.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How other servers are talked to. */
@ConfigMapping(prefix = "huikuan.notification.http")
public interface HttpConfig {

    /** Whether addresses that people enter may be within private networks, and without encryption: only where every ADMIN may reach all that this host reaches. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long a connection may take. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long a request may take in all. */
    @WithDefault("PT10S")
    Duration timeout();

    /** How much of an answer is read, in bytes. */
    @WithDefault("16384")
    int mostBytes();
}
