package io.huikuan.platform.live;

import io.huikuan.platform.config.PositiveNumber;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many sockets a node serves, and how patiently. */
@ConfigMapping(prefix = "huikuan.live")
public interface LiveConfig {

    /** How many sockets this node keeps open at once. */
    @WithDefault("5000")
    @WithConverter(PositiveNumber.class)
    int maxConnections();

    /** How many operations one socket may have under way at once. */
    @WithDefault("20")
    @WithConverter(PositiveNumber.class)
    int maxOperations();

    /** How long a socket may take to send its token. */
    @WithDefault("10S")
    Duration initTimeout();

    /** How often a socket is asked whether it is still there; one that does not answer twice is closed. */
    @WithDefault("25S")
    Duration keepAlive();

    /** How long a socket may refuse to take what is sent to it before it is cut off. */
    @WithDefault("10S")
    Duration slowAfter();
}
