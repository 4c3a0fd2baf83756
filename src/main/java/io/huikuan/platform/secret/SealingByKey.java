package io.huikuan.platform.secret;

import io.huikuan.kernel.secret.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals by AES-256 in Galois/counter mode, the place as additional data. What is sealed begins with four bytes that name its key, then 12 of nonce, in
 * Base64.
 */
@ApplicationScoped
class SealingByKey implements Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<SealingKey> keys;
    private final SecureRandom random = new SecureRandom();

    SealingByKey(SealingKeys keys) {
        this.keys = keys.all();
    }

    @Override
    public String seal(String text, String place) {
        SealingKey key = keys.get(0);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(SealingKey.NAME + NONCE + sealed.length)
                        .put(key.name())
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Override
    public String open(String sealed, String place) {
        byte[] all = Base64.getDecoder().decode(sealed);
        byte[] name = Arrays.copyOfRange(all, 0, SealingKey.NAME);
        byte[] nonce = Arrays.copyOfRange(all, SealingKey.NAME, SealingKey.NAME + NONCE);
        byte[] rest = Arrays.copyOfRange(all, SealingKey.NAME + NONCE, all.length);
        SealingKey key = keys.stream()
                .filter(one -> Arrays.equals(one.name(), name))
                .findFirst()
                .orElseThrow(() -> new SealBroken("it was sealed with a key that is not configured", null));
        return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, place, rest), StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, SealingKey key, byte[] nonce, String place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("it was changed, or sealed for another place", e);
        }
    }
}
