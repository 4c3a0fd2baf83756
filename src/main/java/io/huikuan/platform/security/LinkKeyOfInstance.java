package io.huikuan.platform.security;

import io.huikuan.kernel.identity.LinkKey;
import io.huikuan.platform.home.HomeLock;
import io.huikuan.platform.home.OwnerOnly;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret that signs links: the configured one, or else one that is made at the first start and kept in the home for its owner only. Whoever
 * reads it can make himself a link to any attachment whose id he knows.
 */
@ApplicationScoped
@Startup
class LinkKeyOfInstance implements LinkKey {

    private static final String FILE = "link-key";
    private static final int BYTES = 32;

    private final byte[] secret;

    LinkKeyOfInstance(@ConfigProperty(name = "huikuan.home") Path home, LinkConfig config) {
        this.secret = decoded(config.key().orElseGet(() -> kept(home.toAbsolutePath())));
    }

    @Override
    public byte[] bytes() {
        return secret.clone();
    }

    private static byte[] decoded(String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text.strip());
            if (secret.length >= BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static ConfigurationException malformed() {
        return new ConfigurationException(
                "The key that signs links (huikuan.link.key) is no Base64 of " + BYTES + " bytes or more.");
    }

    private static String kept(Path home) {
        Path file = home.resolve(FILE);
        try {
            Files.createDirectories(home);
            HomeLock lock = HomeLock.on(home);
            try {
                if (!Files.exists(file)) {
                    byte[] secret = new byte[BYTES];
                    new SecureRandom().nextBytes(secret);
                    OwnerOnly.write(file, Base64.getEncoder().encodeToString(secret) + "\n");
                }
            } finally {
                lock.close();
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The key that signs links can neither be read nor made in " + home + ": " + e);
        }
    }
}
