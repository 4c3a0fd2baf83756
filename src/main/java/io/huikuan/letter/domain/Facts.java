package io.huikuan.letter.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What placeholders stand for at one customer on one day, in one language. What is absent or empty is not there for sections. */
public final class Facts {

    private final Map<Placeholder, String> values;

    private Facts(Map<Placeholder, String> values) {
        this.values = values;
    }

    /** Nothing is known. */
    public static Facts none() {
        return new Facts(new EnumMap<>(Placeholder.class));
    }

    /** The same, and what this placeholder stands for; null or blank: for nothing. */
    public Facts with(Placeholder placeholder, String valueOrNull) {
        Map<Placeholder, String> more = new EnumMap<>(Placeholder.class);
        more.putAll(values);
        if (valueOrNull == null || valueOrNull.isBlank()) {
            more.remove(placeholder);
        } else {
            more.put(placeholder, PlainText.of(valueOrNull));
        }
        return new Facts(more);
    }

    /** What it stands for. */
    public Optional<String> of(Placeholder placeholder) {
        return Optional.ofNullable(values.get(placeholder));
    }
}
