package io.huikuan.letter.domain;

import io.huikuan.letter.domain.TemplateReading.Fault;
import io.huikuan.letter.domain.TemplateReading.Read;
import java.util.Optional;
import java.util.Set;

/** Texts in the language of templates; see {@link Template}. */
public final class Templates {

    private Templates() {}

    /** What is wrong with a text that may name these placeholders; empty when nothing is. */
    public static Optional<Fault> fault(String text, Set<Placeholder> allowed) {
        return Template.read(text, allowed) instanceof Fault fault ? Optional.of(fault) : Optional.empty();
    }

    /**
     * A text that was found sound when it was kept, filled in as plain text.
     *
     * @throws IllegalArgumentException when it is no template
     */
    public static String render(String text, Facts facts) {
        return sound(text).text(facts);
    }

    /**
     * A text that was found sound when it was kept.
     *
     * @throws IllegalArgumentException when it is no template
     */
    public static Template sound(String text) {
        TemplateReading reading = Template.read(text, Set.of(Placeholder.values()));
        if (reading instanceof Read read) {
            return read.template();
        }
        throw new IllegalArgumentException("a text was kept that is no template: " + ((Fault) reading).message());
    }
}
