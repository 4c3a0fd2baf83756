package io.huikuan.platform.secret;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** With what secrets are sealed that the database keeps. */
@ConfigMapping(prefix = "huikuan.secrets")
public interface SecretsConfig {

    /** 32 bytes in Base64. All nodes on one database need the same; without it the instance makes its own and keeps it in its home. */
    Optional<String> key();

    /** Keys that were used before: they open what they sealed, and seal nothing more. */
    Optional<List<String>> previousKeys();
}
