package io.huikuan.platform.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How links are signed that the service hands out. */
@ConfigMapping(prefix = "huikuan.link")
public interface LinkConfig {

    /** The secret, 32 bytes or more in Base64; nodes with homes of their own need the same. Without it each home has its own. */
    Optional<String> key();
}
