package io.huikuan.notification.channel.push;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By what push services know this sender (RFC 8292): the configured pair, or one that is made when it is first needed and kept in the home. */
@ApplicationScoped
class SenderKey {

    private static final String FILE = "push-key";

    private final PushConfig.Web config;
    private final Path home;
    private Pair pair;

    SenderKey(PushConfig config, @ConfigProperty(name = "huikuan.home") Path home) {
        this.config = config.web();
        this.home = home;
    }

    private record Pair(String publicKey, PrivateKey privateKey) {}

    /** The public key, as browsers want it when they subscribe. */
    String publicKey() {
        return pair().publicKey();
    }

    PrivateKey privateKey() {
        return pair().privateKey();
    }

    private synchronized Pair pair() {
        if (pair == null) {
            pair = config.publicKey().isPresent() && config.privateKey().isPresent()
                    ? parsed(
                            config.publicKey().get() + " " + config.privateKey().get(), "huikuan.push.web")
                    : own();
        }
        return pair;
    }

    private static Pair parsed(String text, String where) {
        String[] keys = text.strip().split(" ", -1);
        try {
            Curve.publicKey(Base64.getUrlDecoder().decode(keys[0]));
            return new Pair(keys[0], Curve.privateKey(Base64.getUrlDecoder().decode(keys[1])));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException("The keys of " + where + " are no pair of P-256 in Base64 for URLs.");
        }
    }

    private Pair own() {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return parsed(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException("The key for pushes cannot be read from or made in " + file + ": " + e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair made = Curve.newPair();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(Curve.bytes((ECPublicKey) made.getPublic())) + " "
                + base64.encodeToString(Curve.bytes((ECPrivateKey) made.getPrivate())) + "\n";
        Path part = Files.createTempFile(file.getParent(), ".push-key", ".part");
        Files.writeString(part, text, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            // A link fails where another process was first, whose key then is the one.
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            Files.exists(file);
        } finally {
            Files.delete(part);
        }
    }
}
