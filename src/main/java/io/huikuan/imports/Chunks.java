package io.huikuan.imports;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Hands the rows of a file on in parts, so that no file is ever whole in memory. */
final class Chunks {

    /** The next rows after a row, at most so many, in the order of rows. */
    @FunctionalInterface
    interface Source<T> {
        List<T> after(int row, int most);
    }

    private final int size;

    Chunks(int size) {
        this.size = size;
    }

    /** Gives all rows to the consumer, part by part. */
    <T> void each(Source<T> source, ToIntFunction<T> row, Consumer<List<T>> consumer) {
        int last = 0;
        List<T> part;
        do {
            part = source.after(last, size);
            if (!part.isEmpty()) {
                consumer.accept(part);
                last = row.applyAsInt(part.get(part.size() - 1));
            }
        } while (part.size() == size);
    }
}
