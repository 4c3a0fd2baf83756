package io.huikuan.letter.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text with placeholders: {@code {{total}}} becomes what it stands for; {@code {{#overdue}} … {{/overdue}}} is there where it stands for something,
 * {@code {{^overdue}} … {{/overdue}}} where it does not. There is nothing more to it: no computing, no calls, no loops; and what a placeholder stands for is
 * never read as a template again.
 */
public final class Template {

    private static final Pattern EMPTY_LINES = Pattern.compile("\\R\\s*\\R");

    private final List<Part> parts;

    Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Reads a template that may name these placeholders. */
    public static TemplateReading read(String text, Set<Placeholder> allowed) {
        return new TemplateReader(text, allowed).read();
    }

    /** A run of the filled-in template: words, or a block that takes lines of its own. */
    public sealed interface Run {

        /** Words, which may have several lines. */
        record Words(String text) implements Run {}

        /** A block that stands for something. */
        record Block(Placeholder placeholder, String text) implements Run {}
    }

    /** Filled in, in its order; words and blocks that stand for nothing are left out. */
    public List<Run> runs(Facts facts) {
        List<Run> runs = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        fill(parts, facts, runs, words);
        close(runs, words);
        return List.copyOf(runs);
    }

    /** Filled in as plain text, in which no more than one empty line follows another. */
    public String text(Facts facts) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs(facts)) {
            text.append(run instanceof Run.Block block ? block.text() : ((Run.Words) run).text());
        }
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    private static void fill(List<Part> parts, Facts facts, List<Run> runs, StringBuilder words) {
        for (Part part : parts) {
            if (part instanceof Part.Words plain) {
                words.append(plain.text());
            } else if (part instanceof Part.Value value) {
                fill(value.placeholder(), facts.of(value.placeholder()), runs, words);
            } else if (part instanceof Part.Section section
                    && facts.of(section.placeholder()).isPresent() == section.wherePresent()) {
                fill(section.parts(), facts, runs, words);
            }
        }
    }

    private static void fill(Placeholder placeholder, Optional<String> value, List<Run> runs, StringBuilder words) {
        if (value.isEmpty()) {
            return;
        }
        if (!placeholder.isBlock()) {
            words.append(value.get());
            return;
        }
        close(runs, words);
        runs.add(new Run.Block(placeholder, value.get()));
    }

    private static void close(List<Run> runs, StringBuilder words) {
        if (words.length() > 0) {
            runs.add(new Run.Words(words.toString()));
            words.setLength(0);
        }
    }
}
