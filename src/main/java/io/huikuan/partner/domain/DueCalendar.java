package io.huikuan.partner.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * All-day events as an iCalendar stream (RFC 5545): lines end with CRLF and are folded at 75 octets, never within a character; texts are escaped. It has no
 * METHOD, so DTSTAMP is when an event was revised last, and the same events always make the same text.
 */
public final class DueCalendar {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private DueCalendar() {}

    /**
     * Something that is due on a day.
     *
     * @param uid names it for good and everywhere
     * @param revision how often it was revised; only grows
     */
    public record Event(
            String uid, int revision, Instant revisedAt, LocalDate day, String summary, String description) {}

    /** The calendar of this name with these events. */
    public static String of(String name, List<Event> events) {
        DueCalendar calendar = new DueCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Huikuan//Installments//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        events.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("DTSTAMP:" + MOMENT.format(event.revisedAt()));
        line("SEQUENCE:" + event.revision());
        line("DTSTART;VALUE=DATE:" + DAY.format(event.day()));
        line("DTEND;VALUE=DATE:" + DAY.format(event.day().plusDays(1)));
        line("SUMMARY:" + escaped(event.summary()));
        line("DESCRIPTION:" + escaped(event.description()));
        line("CLASS:PRIVATE");
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** A text within a property (RFC 5545, 3.3.11); other control characters cannot be in one. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** The line, folded: each part after the first begins with a blank, which counts. */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            at += one.length();
        }
        text.append("\r\n");
    }
}
