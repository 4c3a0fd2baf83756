package io.huikuan.notification.channel.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message for one browser: RFC 8291, one record of the coding {@code aes128gcm} (RFC 8188). */
final class WebPushEncryption {

    static final int SALT_BYTES = 16;
    private static final int RECORD_SIZE = 4_096;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private WebPushEncryption() {}

    /**
     * The body of the request.
     *
     * @param key the browser's public key
     * @param auth what only the browser and we know
     * @param once a pair that is used for this message alone
     * @param salt random, for this message alone
     */
    static byte[] encrypt(byte[] message, byte[] key, byte[] auth, KeyPair once, byte[] salt)
            throws GeneralSecurityException {
        byte[] ours = Curve.bytes((ECPublicKey) once.getPublic());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(once.getPrivate());
        agreement.doPhase(Curve.publicKey(key), true);
        byte[] keyInfo = joined(ascii("WebPush: info\0"), key, ours);
        byte[] input = expanded(hmac(auth, agreement.generateSecret()), keyInfo, 32);
        byte[] secret = hmac(salt, input);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(expanded(secret, ascii("Content-Encoding: aes128gcm\0"), KEY_BYTES), "AES"),
                new GCMParameterSpec(TAG_BITS, expanded(secret, ascii("Content-Encoding: nonce\0"), NONCE_BYTES)));
        byte[] record = cipher.doFinal(joined(message, new byte[] {LAST_RECORD}));
        byte[] header = ByteBuffer.allocate(SALT_BYTES + 5)
                .put(salt)
                .putInt(RECORD_SIZE)
                .put((byte) ours.length)
                .array();
        return joined(header, ours, record);
    }

    /** HKDF-Expand (RFC 5869) for at most one block. */
    private static byte[] expanded(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
