package io.huikuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentTest {

    @Test
    void nothing_from_outside_forges_a_line_of_the_log() {
        Origin from = new Origin("10.0.0.1\nx", "App\r\nSIGNED_IN who=\"admin\"\u0085\ud800");

        assertThat(from.address()).isEqualTo("10.0.0.1?x");
        assertThat(from.userAgent()).isEqualTo("App??SIGNED_IN who=?admin???");
    }

    @Test
    void long_texts_are_shortened_between_characters() {
        Incident incident = new Incident(
                AuditKind.SIGNED_IN, Optional.empty(), "\ud83d\ude42".repeat(300), "x".repeat(300), Origin.NOWHERE);

        assertThat(incident.who()).isEqualTo("\ud83d\ude42".repeat(200));
        assertThat(incident.what()).hasSize(200);
        assertThat(new Origin("", "x".repeat(300)).userAgent()).hasSize(120);
    }

    @Test
    void what_is_not_said_is_empty() {
        assertThat(new Origin(null, null)).isEqualTo(Origin.NOWHERE);
    }
}
