package io.huikuan.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.attachment.domain.SignedLink.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedLinkTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "0123456789abcdef0123456789abcdeF".getBytes(StandardCharsets.UTF_8);
    private static final SignedLink LINK = new SignedLink(
            Purpose.DOWNLOAD, new UUID(1, 2), new UUID(3, 4), new UUID(5, 6), Instant.parse("2026-03-01T04:00:00Z"));

    @Test
    void a_link_says_what_it_was_signed_for() {
        String text = LINK.signed(KEY);

        assertThat(text).hasSize(120).matches("[A-Za-z0-9_-]+");
        assertThat(SignedLink.read(text, KEY)).contains(LINK);
    }

    @Test
    void another_key_does_not_open_it() {
        assertThat(SignedLink.read(LINK.signed(KEY), OTHER)).isEmpty();
    }

    @Test
    void no_bit_of_it_can_be_changed() {
        byte[] bytes = Base64.getUrlDecoder().decode(LINK.signed(KEY));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(SignedLink.read(tampered, KEY)).as("bit " + bit).isEmpty();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void what_is_no_link_is_none() {
        String text = LINK.signed(KEY);

        for (String other : new String[] {
            "", "x", "ä", text + "A", text + "=", text.substring(1), " " + text, text.replace('-', '+') + "/"
        }) {
            assertThat(SignedLink.read(other, KEY)).as(other).isEmpty();
        }
    }

    @Test
    void the_moment_may_be_any() {
        SignedLink old = new SignedLink(
                Purpose.UPLOAD, new UUID(1, 2), new UUID(3, 4), new UUID(5, 6), Instant.ofEpochSecond(0));

        assertThat(SignedLink.read(old.signed(KEY), KEY)).contains(old);
    }
}
