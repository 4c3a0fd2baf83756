package io.huikuan.phone.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which transactions were committed at a moment, as PostgreSQL tells it (a {@code pg_snapshot}): all before the first one, none from the end on,
 * and of those between all but the ones that were still running. A moment's time or the highest number cannot say that, since a
 * transaction that began early may commit late.
 *
 * @param first the number of the earliest transaction that was still running; all before it were over
 * @param end the first number that was not given yet
 * @param running those between that were still running, in order
 */
public record Horizon(long first, long end, List<Long> running) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):(\\d{1,18}):((?:\\d{1,18}(?:,\\d{1,18})*)?)");

    public Horizon {
        running = List.copyOf(running);
    }

    /** Reads PostgreSQL's form; empty when the text is none that PostgreSQL would take. */
    public static Optional<Horizon> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Horizon horizon =
                new Horizon(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), numbers(form.group(3)));
        return horizon.isOrdered() ? Optional.of(horizon) : Optional.empty();
    }

    private static List<Long> numbers(String list) {
        List<Long> numbers = new ArrayList<>();
        for (String number : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            numbers.add(Long.valueOf(number));
        }
        return numbers;
    }

    private boolean isOrdered() {
        long before = first - 1;
        for (long number : running) {
            if (number <= before || number >= end) {
                return false;
            }
            before = number;
        }
        return first > 0 && first <= end;
    }

    /** Whether it knows of transactions that the other one, taken now, has not seen begin: it is from another history. */
    public boolean isBeyond(Horizon now) {
        return end > now.end;
    }

    /** PostgreSQL's form. */
    public String text() {
        StringBuilder text =
                new StringBuilder().append(first).append(':').append(end).append(':');
        for (int i = 0; i < running.size(); i++) {
            text.append(i == 0 ? "" : ",").append(running.get(i));
        }
        return text.toString();
    }
}
