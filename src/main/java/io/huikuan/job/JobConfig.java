package io.huikuan.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the daily jobs are run. */
@ConfigMapping(prefix = "huikuan.job")
public interface JobConfig {

    /** How often a node looks whose hour has come; it does so at its start too. {@code off} in tests. */
    @WithDefault("1m")
    String every();

    /** The longest that one run may take. */
    @WithDefault("PT1H")
    Duration longest();

    /** How many times a slot, or a run by hand whose node died, is tried. */
    @WithDefault("5")
    int mostAttempts();

    /** The pause after the first failure of a slot; it grows by as much with each further one. */
    @WithDefault("PT5M")
    Duration pause();
}
