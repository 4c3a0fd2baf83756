package io.huikuan.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much an import may ask for. */
@ConfigMapping(prefix = "huikuan.imports")
public interface ImportConfig {

    /** How many bytes a file may have, packed and unpacked. */
    @WithDefault("200M")
    MemorySize maxSize();

    /** How many imports run at once on this node; each holds a connection, and a second one now and then. */
    @WithDefault("3")
    int atOnce();

    /** How long an import waits for its turn before it is refused. */
    @WithDefault("30S")
    Duration patience();

    /** How long one file may take. */
    @WithDefault("30M")
    Duration timeout();

    /** How often runs are looked for whose process is gone. {@code off} in tests. */
    @WithDefault("60s")
    String sweepEvery();

    /** How many rows are handed on at once. */
    @WithDefault("5000")
    int chunk();
}
