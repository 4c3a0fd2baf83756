package io.huikuan.kernel.error;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a wish: done, or refused for reasons that the user can mend. A refused wish has changed nothing: the
 * transaction that tried it is rolled back.
 */
public sealed interface Outcome<T> {

    /** It was done, and this is the thing. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was refused; at least one reason. */
    record Refused<T>(List<UserError> errors) implements Outcome<T> {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a refusal gives its reasons");
            }
        }
    }

    /** It was done. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** It was refused for one reason; see {@link UserError#of}. */
    static <T> Outcome<T> refused(ErrorCode code, String path, String message) {
        return new Refused<>(List.of(UserError.of(code, path, message)));
    }

    /** It was refused for these reasons. */
    static <T> Outcome<T> refused(List<UserError> errors) {
        return new Refused<>(errors);
    }

    /** The outcome with another thing in place of this one's; a refusal stays as it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> mapping) {
        return flatMap(value -> done(mapping.apply(value)));
    }

    /** What follows when it was done; a refusal stays as it is. */
    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        if (this instanceof Done<T> done) {
            return next.apply(done.value());
        }
        return new Refused<>(errors());
    }

    /** The reasons, or none when it was done. */
    default List<UserError> errors() {
        return this instanceof Refused<T> refused ? refused.errors() : List.of();
    }

    /** The thing, or null when it was refused: the form in which a GraphQL payload shows it. */
    default T valueOrNull() {
        return this instanceof Done<T> done ? done.value() : null;
    }
}
