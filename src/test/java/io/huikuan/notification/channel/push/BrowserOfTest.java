package io.huikuan.notification.channel.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** A browser that has subscribed: it holds the private key, and reads what a push service hands it. */
public final class BrowserOfTest {

    private final KeyPair pair;
    private final byte[] auth;

    public BrowserOfTest() throws Exception {
        this(Curve.newPair(), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    }

    BrowserOfTest(KeyPair pair, byte[] auth) {
        this.pair = pair;
        this.auth = auth.clone();
    }

    public String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Curve.bytes((ECPublicKey) pair.getPublic()));
    }

    public String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(auth);
    }

    /** What RFC 8291 and 8188 say a user agent does. */
    public String decrypt(byte[] body) throws Exception {
        ByteBuffer all = ByteBuffer.wrap(body);
        byte[] salt = next(all, 16);
        assertThat(all.getInt()).as("record size").isGreaterThan(body.length - 86);
        byte[] sender = next(all, all.get());
        byte[] record = next(all, all.remaining());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(Curve.publicKey(sender), true);
        byte[] first = hmac(auth, agreement.generateSecret());
        byte[] input = hmac(
                first,
                "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                Curve.bytes((ECPublicKey) pair.getPublic()),
                sender,
                new byte[] {1});
        byte[] second = hmac(salt, input);
        byte[] key = hmac(second, "Content-Encoding: aes128gcm\0\1".getBytes(StandardCharsets.US_ASCII));
        byte[] nonce = hmac(second, "Content-Encoding: nonce\0\1".getBytes(StandardCharsets.US_ASCII));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Arrays.copyOf(key, 16), "AES"),
                new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
        byte[] padded = cipher.doFinal(record);
        assertThat(padded[padded.length - 1]).as("the mark of the last record").isEqualTo((byte) 2);
        return new String(padded, 0, padded.length - 1, StandardCharsets.UTF_8);
    }

    /** What RFC 8292 says a push service does. */
    public static void verify(String authorization, String expectedKey, String origin) throws Exception {
        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + expectedKey);
        String token = authorization.substring("vapid t=".length(), authorization.indexOf(','));
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(Curve.publicKey(Base64.getUrlDecoder().decode(expectedKey)))
                .setExpectedAudience(origin)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build()
                .processToClaims(token);
        assertThat(claims.getSubject()).startsWith("mailto:");
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }
}
