package io.huikuan.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What every token must say of itself, beside being signed. */
@ConfigMapping(prefix = "huikuan.token")
public interface TokenConfig {

    /** Who issues the tokens: the claim {@code iss}. */
    @WithDefault("huikuan")
    String issuer();

    /** Whom they are for: one of the claim {@code aud}. */
    @WithDefault("huikuan")
    String audience();
}
