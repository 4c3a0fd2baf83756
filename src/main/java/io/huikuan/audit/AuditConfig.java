package io.huikuan.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the audit log takes. */
@ConfigMapping(prefix = "huikuan.audit")
public interface AuditConfig {

    /** How often what has gathered is written. {@code off} in tests. */
    @WithDefault("2s")
    String every();

    /** How many events may wait to be written. */
    @WithDefault("10000")
    int queue();

    /** How many lines a second there may be of people of a tenant, and as many of nobody known; a burst may have ten times as many. */
    @WithDefault("20")
    int linesPerSecond();

    /** For how long a line is not repeated; the next one then says how often it would have been. */
    @WithDefault("1M")
    Duration quiet();
}
