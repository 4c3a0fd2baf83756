package io.huikuan.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are delivered. */
@ConfigMapping(prefix = "huikuan.notification")
public interface NotificationConfig {

    /** Whether this node delivers; queueing goes on where it does not. */
    @WithDefault("true")
    boolean enabled();

    /** How often every tenant's outbox is looked at; new messages wake it at once. */
    @WithDefault("30s")
    String every();

    /** How many times a message is tried before it is given up: the default takes a day and a half. */
    @WithDefault("14")
    int mostAttempts();

    /** The pause after the first failure; it doubles with each further one. */
    @WithDefault("PT15S")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("P1D")
    Duration longestPause();

    /** How long a node has for what it has leased. */
    @WithDefault("PT2M")
    Duration lease();

    /** How many messages this node sends at once. */
    @WithDefault("64")
    int atOnce();
}
