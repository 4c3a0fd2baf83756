package io.huikuan.notification.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5, to the byte. */
class WebPushEncryptionTest {

    private static final String SENDER_PUBLIC =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String BROWSER_PUBLIC =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String BROWSER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String BODY = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
            + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
            + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    private static final String TEXT = "When I grow up, I want to be a watermelon";

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static KeyPair pair(String publicKey, String privateKey) throws GeneralSecurityException {
        return new KeyPair(Curve.publicKey(bytes(publicKey)), Curve.privateKey(bytes(privateKey)));
    }

    @Test
    void it_encrypts_as_the_example_does() throws Exception {
        byte[] body = WebPushEncryption.encrypt(
                TEXT.getBytes(StandardCharsets.UTF_8),
                bytes(BROWSER_PUBLIC),
                bytes(AUTH),
                pair(SENDER_PUBLIC, SENDER_PRIVATE),
                bytes(SALT));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body)).isEqualTo(BODY);
    }

    @Test
    void the_browser_of_the_tests_reads_the_example() throws Exception {
        assertThat(new BrowserOfTest(pair(BROWSER_PUBLIC, BROWSER_PRIVATE), bytes(AUTH)).decrypt(bytes(BODY)))
                .isEqualTo(TEXT);
    }

    @Test
    void a_point_beside_the_curve_is_no_key() {
        byte[] beside = bytes(BROWSER_PUBLIC);
        beside[64] ^= 1;

        assertThatThrownBy(() -> Curve.publicKey(beside)).isInstanceOf(GeneralSecurityException.class);
    }
}
