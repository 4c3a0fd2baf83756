package io.huikuan.platform.security;

import io.huikuan.platform.home.HomeLock;
import io.huikuan.platform.home.OwnerOnly;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key with which an instance signs tokens of its own, where no identity provider is configured: made at the first start, kept in the home
 * for its owner only. Whoever reads it can be anybody of any tenant.
 */
public final class InstanceKey {

    private static final String PRIVATE = "token-key.pem";
    private static final String PUBLIC = "token-key.public.pem";
    private static final int BITS = 2048;

    private InstanceKey() {}

    /** How configuration names the public half in this home, by which tokens are verified. */
    static String locationIn(String home) {
        return "file:" + home + "/" + PUBLIC;
    }

    /** The private half; both are made where they are missing. */
    public static PrivateKey privateKeyOf(Path home) {
        try {
            ensure(home);
            String text = Files.readString(home.resolve(PRIVATE), StandardCharsets.UTF_8);
            byte[] encoded = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "The key of this instance cannot be read from " + home.resolve(PRIVATE) + ": " + e);
        }
    }

    /** Makes the key where it is missing. */
    static void ensure(Path home) {
        if (isThere(home)) {
            return;
        }
        try {
            Files.createDirectories(home);
            HomeLock lock = HomeLock.on(home);
            try {
                if (!isThere(home)) {
                    make(home);
                }
            } finally {
                lock.close();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException("The key of this instance cannot be made in " + home + ": " + e);
        }
    }

    private static boolean isThere(Path home) {
        return Files.exists(home.resolve(PRIVATE)) && Files.exists(home.resolve(PUBLIC));
    }

    private static void make(Path home) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        OwnerOnly.write(home.resolve(PUBLIC), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        OwnerOnly.write(
                home.resolve(PRIVATE), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
                + "-----\n";
    }
}
