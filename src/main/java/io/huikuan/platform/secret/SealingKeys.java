package io.huikuan.platform.secret;

import io.huikuan.platform.home.HomeLock;
import io.huikuan.platform.home.OwnerOnly;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the keys come from: configuration, or a file of the home that is made when it is first needed. */
@ApplicationScoped
class SealingKeys {

    private static final String FILE = "secrets-key";

    private final SecretsConfig config;
    private final Path home;

    SealingKeys(SecretsConfig config, @ConfigProperty(name = "huikuan.home") Path home) {
        this.config = config;
        this.home = home;
    }

    /** All, the one that seals first. */
    List<SealingKey> all() {
        List<SealingKey> keys = new ArrayList<>();
        keys.add(config.key().map(key -> parsed(key, "huikuan.secrets.key")).orElseGet(this::ownKey));
        config.previousKeys().orElse(List.of()).forEach(key -> keys.add(parsed(key, "huikuan.secrets.previous-keys")));
        return List.copyOf(keys);
    }

    private static SealingKey parsed(String base64, String property) {
        try {
            return new SealingKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property + " must be 32 bytes in Base64.");
        }
    }

    private SealingKey ownKey() {
        Path file = home.resolve(FILE);
        try {
            Files.createDirectories(home);
            if (!Files.exists(file)) {
                make(file);
            }
            return parsed(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException e) {
            throw new ConfigurationException("The key for secrets cannot be read from or made in " + file + ": " + e);
        }
    }

    private void make(Path file) throws IOException {
        HomeLock lock = HomeLock.on(home);
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[SealingKey.LENGTH];
                new SecureRandom().nextBytes(key);
                OwnerOnly.write(file, Base64.getEncoder().encodeToString(key) + "\n");
            }
        } finally {
            lock.close();
        }
    }
}
