package io.huikuan.phone.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.phone.ThingKind;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a phone gives back to go on, in the form in which it got it. Reading one that was not made here is a {@link Problem} with
 * INVALID_CURSOR.
 *
 * @param scope on what the answers depended beside the books: who asked, what he might see, and on which database
 * @param since what the phone knew before the round; empty: it began from nothing
 * @param until the horizon at the round's beginning; empty: the round is over and {@code since} is what the phone knows
 * @param spot how far the round has come
 */
public record RoundCursor(UUID scope, Optional<Horizon> since, Optional<Horizon> until, Spot spot) {

    private static final int PARTS = 7;

    /** Where the round stands. */
    public static RoundCursor of(UUID scope, Round round) {
        return round.isOver()
                ? new RoundCursor(scope, Optional.of(round.until()), Optional.empty(), round.spot())
                : new RoundCursor(scope, round.since(), Optional.of(round.until()), round.spot());
    }

    /** The round that goes on from here, or begins here at the moment {@code now}. */
    public Round round(Horizon now) {
        return until.map(end -> new Round(since, end, spot)).orElseGet(() -> Round.from(since.orElseThrow(), now));
    }

    /** The form that clients get. */
    public String encoded() {
        return Cursor.of(
                        scope,
                        since.map(Horizon::text).orElse(""),
                        until.map(Horizon::text).orElse(""),
                        spot.step(),
                        spot.transaction(),
                        spot.group(),
                        spot.id())
                .encoded();
    }

    /** Reads what a client gave back. */
    public static RoundCursor decode(String text) {
        Cursor parts = Cursor.decode(text, PARTS);
        RoundCursor cursor =
                new RoundCursor(parts.uuid(0), horizon(parts.text(1)), horizon(parts.text(2)), spot(parts));
        return check(cursor.isPossible(), () -> cursor);
    }

    private static Optional<Horizon> horizon(String text) {
        Optional<Horizon> horizon = Horizon.parse(text);
        return check(text.isEmpty() || horizon.isPresent(), () -> horizon);
    }

    private static Spot spot(Cursor parts) {
        String name = parts.text(3);
        Step step = java.util.Arrays.stream(Step.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(RoundCursor::invalid);
        String number = parts.text(4);
        String group = parts.text(5);
        boolean known = step == Step.TOUCHED
                ? group.isEmpty() || ThingKind.withCode(group).isPresent()
                : parts.uuid(5).toString().equals(group);
        return check(
                number.matches("\\d{1,18}") && known,
                () -> new Spot(step, Long.parseLong(number), group, parts.uuid(6)));
    }

    /** A round that is over has a horizon to begin the next one from; one that goes on from nothing is among the things. */
    private boolean isPossible() {
        boolean over = spot.step() == Step.OVER;
        return over == until.isEmpty()
                && (since.isPresent() || (!over && spot.step().isWhole()));
    }

    private static <T> T check(boolean holds, Supplier<T> value) {
        if (!holds) {
            throw invalid();
        }
        return value.get();
    }

    private static Problem invalid() {
        return new Problem(ErrorCode.INVALID_CURSOR, "The cursor was not made by this list.");
    }
}
