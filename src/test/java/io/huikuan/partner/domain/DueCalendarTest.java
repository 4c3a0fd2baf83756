package io.huikuan.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.partner.domain.DueCalendar.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueCalendarTest {

    private static Event event(String summary) {
        return new Event(
                "ins_1@huikuan",
                3,
                Instant.parse("2026-11-24T01:02:03.456Z"),
                LocalDate.of(2026, 12, 31),
                summary,
                "All of it");
    }

    @Test
    void an_event_is_a_whole_day_with_its_revision() {
        assertThat(DueCalendar.of("Demo", List.of(event("Due CNY 5.00"))))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Huikuan//Installments//EN",
                        "CALSCALE:GREGORIAN",
                        "NAME:Demo",
                        "X-WR-CALNAME:Demo",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
                        "BEGIN:VEVENT",
                        "UID:ins_1@huikuan",
                        "DTSTAMP:20261124T010203Z",
                        "SEQUENCE:3",
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270101",
                        "SUMMARY:Due CNY 5.00",
                        "DESCRIPTION:All of it",
                        "CLASS:PRIVATE",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void texts_are_escaped_and_end_no_line() {
        assertThat(DueCalendar.of("A;B,C\\D", List.of(event("1\r\nEND:VEVENT\n2\r3\u0007"))))
                .contains("NAME:A\\;B\\,C\\\\D\r\n", "SUMMARY:1\\nEND:VEVENT\\n2\\n3 \r\n");
    }

    @Test
    void long_lines_are_folded_at_75_octets_and_never_within_a_character() {
        for (int ahead = 0; ahead < 4; ahead++) {
            String summary = "x".repeat(ahead) + "应付款😀".repeat(40);
            String calendar = DueCalendar.of("Demo", List.of(event(summary)));

            assertThat(calendar.split("\r\n", -1))
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                    .allSatisfy(line -> assertThat(
                                    StandardCharsets.UTF_8.newEncoder().canEncode(line))
                            .isTrue());
            assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
        }
    }

    @Test
    void a_line_of_just_75_octets_is_not_folded() {
        assertThat(DueCalendar.of("Demo", List.of(event("x".repeat(67)))))
                .contains("SUMMARY:" + "x".repeat(67) + "\r\n");
        assertThat(DueCalendar.of("Demo", List.of(event("x".repeat(68)))))
                .contains("SUMMARY:" + "x".repeat(67) + "\r\n x\r\n");
    }
}
