package io.huikuan.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What every token must say of itself, beside being signed, and how it is read. */
@ConfigMapping(prefix = "huikuan.token")
public interface TokenConfig {

    /** Who issues the tokens: the claim {@code iss}. */
    @WithDefault("huikuan")
    String issuer();

    /** Whom they are for: one of the claim {@code aud}. */
    @WithDefault("huikuan")
    String audience();

    /** How the keys of an identity provider are read. */
    Keys keys();

    /** Where the identity provider says what is read here. */
    Claims claims();

    /** The keys that are read from {@code mp.jwt.verify.publickey.location}, where that is a URL. */
    interface Keys {

        /**
         * How long keys are believed after they were read, whatever the provider says of caching. Where the provider does not answer, those that were
         * read last stay good.
         */
        @WithDefault("5M")
        Duration refresh();

        /** How long the provider is not asked again when it was asked a moment ago: for a key that it does not have, or in vain. */
        @WithDefault("10S")
        Duration pause();

        /** How long the provider may take to be connected, and then to answer. */
        @WithDefault("5S")
        Duration timeout();

        /** Certificates, in PEM, of whom to trust that the provider is who it says; without them those that the JVM trusts. */
        Optional<Path> certificates();
    }

    /**
     * Names of claims, or paths through nested ones: {@code realm_access/roles}. A name with a slash in it stands in double quotes:
     * {@code "https://huikuan.example/tenant"}.
     */
    interface Claims {

        /** The roles: a list of texts, or one text with spaces between them. */
        @WithDefault("groups")
        String roles();

        /** The tenant's code. */
        @WithDefault("tenant")
        String tenant();

        /** The region of a manager or rep. */
        @WithDefault("region")
        String region();

        /** The code of a partner's customer. */
        @WithDefault("customer")
        String customer();
    }
}
