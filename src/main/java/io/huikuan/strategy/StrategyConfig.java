package io.huikuan.strategy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How letters of strategies go out. */
@ConfigMapping(prefix = "huikuan.strategy")
public interface StrategyConfig {

    /** Whether this node sends them. */
    @WithDefault("true")
    boolean enabled();

    /** How often a node looks whose letters may go out; a run wakes it at once. {@code off} in tests. */
    @WithDefault("1m")
    String every();

    /** How long a node has for one letter; after that another node may try. */
    @WithDefault("PT2M")
    Duration lease();

    /** How many times one is tried of which the trying broke off. */
    @WithDefault("5")
    int mostAttempts();
}
