package io.huikuan.contact.domain;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a day, in order and apart, each from a minute up to, and without, another: the minutes of a day count from 0 to 1440. */
record Spans(List<Span> all) {

    static final int DAY = 1440;

    /** No part of the day. */
    static final Spans NONE = new Spans(List.of());

    /** The whole day. */
    static final Spans WHOLE = of(0, DAY);

    Spans {
        all = List.copyOf(all);
    }

    /** A part of a day that is not empty. */
    record Span(int from, int to) {}

    /** The part between two minutes; none when it would be empty. */
    static Spans of(int from, int to) {
        return from < to ? new Spans(List.of(new Span(from, to))) : NONE;
    }

    static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean contains(LocalTime time) {
        int minute = minute(time);
        return all.stream().anyMatch(span -> span.from() <= minute && minute < span.to());
    }

    /** What lies between the two minutes. */
    Spans within(int from, int to) {
        return new Spans(all.stream()
                .flatMap(span -> of(Math.max(span.from(), from), Math.min(span.to(), to)).all().stream())
                .toList());
    }

    /** What is left without the part between the two minutes, {@code from} before {@code to}. */
    Spans without(int from, int to) {
        return new Spans(Stream.concat(within(0, from).all().stream(), within(to, DAY).all().stream())
                .toList());
    }

    /** The first minute of these parts that is not before the given one. */
    Optional<LocalTime> atOrAfter(LocalTime time) {
        int minute = minute(time);
        return all.stream()
                .filter(span -> minute < span.to())
                .findFirst()
                .map(span -> span.from() <= minute ? time : time(span.from()));
    }

    /** The best time when these parts hold it, else the first that follows it; where none does, the first from the given one on. */
    Optional<LocalTime> best(LocalTime best, LocalTime earliest) {
        return atOrAfter(earliest.isAfter(best) ? earliest : best).or(() -> atOrAfter(earliest));
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
