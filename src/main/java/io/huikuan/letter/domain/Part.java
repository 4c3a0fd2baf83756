package io.huikuan.letter.domain;

import java.util.List;

/** A part of a template. */
sealed interface Part {

    /** Text that stands as it is. */
    record Words(String text) implements Part {}

    /** What a placeholder stands for. */
    record Value(Placeholder placeholder) implements Part {}

    /** Parts that are there where the placeholder stands for something, or where it does not. */
    record Section(Placeholder placeholder, boolean wherePresent, List<Part> parts) implements Part {
        public Section {
            parts = List.copyOf(parts);
        }
    }
}
