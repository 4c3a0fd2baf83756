package io.huikuan.letter.domain;

import io.huikuan.letter.domain.TemplateReading.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a template from its text, once. It stops at the first fault. */
final class TemplateReader {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final int DEEPEST = 8;

    /** A letter names some twenty; without a bound a short text could become a very long letter. */
    private static final int MOST_VALUES = 100;

    private final String text;
    private final Set<Placeholder> allowed;
    private final Deque<Begun> sections = new ArrayDeque<>();
    private final Set<Placeholder> blocks = EnumSet.noneOf(Placeholder.class);
    private int values;

    TemplateReader(String text, Set<Placeholder> allowed) {
        this.text = text;
        this.allowed = allowed;
    }

    /** A section that is not closed yet, or the whole. */
    private record Begun(Placeholder placeholder, boolean wherePresent, int at, List<Part> parts) {}

    TemplateReading read() {
        sections.push(new Begun(null, true, 0, new ArrayList<>()));
        int at = 0;
        int open = text.indexOf(OPEN);
        while (open >= 0) {
            words(at, open);
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                return fault(open, "{{ without }}");
            }
            Optional<Fault> fault = tag(open, text.substring(open + OPEN.length(), close));
            if (fault.isPresent()) {
                return fault.get();
            }
            at = close + CLOSE.length();
            open = text.indexOf(OPEN, at);
        }
        words(at, text.length());
        return sections.size() == 1
                ? new TemplateReading.Read(new Template(sections.pop().parts()))
                : fault(
                        sections.peek().at(),
                        "the section " + sections.peek().placeholder().key() + " is not closed");
    }

    private void words(int from, int to) {
        if (from < to) {
            sections.peek().parts().add(new Part.Words(PlainText.of(text.substring(from, to))));
        }
    }

    private Optional<Fault> tag(int at, String inside) {
        String tag = inside.strip();
        char sign = tag.isEmpty() ? ' ' : tag.charAt(0);
        boolean signed = sign == '#' || sign == '^' || sign == '/';
        String key = signed ? tag.substring(1).strip() : tag;
        Optional<Placeholder> named = Placeholder.of(key).filter(allowed::contains);
        if (named.isEmpty()) {
            return Optional.of(fault(at, true, "there is no placeholder “" + shortened(key) + "” here"));
        }
        return switch (sign) {
            case '#', '^' -> begin(at, named.get(), sign == '#');
            case '/' -> end(at, named.get());
            default -> value(at, named.get());
        };
    }

    private Optional<Fault> value(int at, Placeholder placeholder) {
        if (placeholder.isBlock() && !blocks.add(placeholder)) {
            return Optional.of(fault(at, "{{" + placeholder.key() + "}} stands in a text only once"));
        }
        values++;
        if (values > MOST_VALUES) {
            return Optional.of(fault(at, "a text has at most " + MOST_VALUES + " placeholders"));
        }
        sections.peek().parts().add(new Part.Value(placeholder));
        return Optional.empty();
    }

    private Optional<Fault> begin(int at, Placeholder placeholder, boolean wherePresent) {
        if (sections.size() > DEEPEST) {
            return Optional.of(fault(at, "sections are nested deeper than " + DEEPEST));
        }
        sections.push(new Begun(placeholder, wherePresent, at, new ArrayList<>()));
        return Optional.empty();
    }

    private Optional<Fault> end(int at, Placeholder placeholder) {
        if (sections.size() == 1 || sections.peek().placeholder() != placeholder) {
            return Optional.of(fault(at, "no section " + placeholder.key() + " is to be closed here"));
        }
        Begun done = sections.pop();
        sections.peek().parts().add(new Part.Section(placeholder, done.wherePresent(), done.parts()));
        return Optional.empty();
    }

    private static String shortened(String key) {
        String plain = PlainText.of(key);
        return plain.length() <= 40 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 20)) + "…";
    }

    private Fault fault(int at, String reason) {
        return fault(at, false, reason);
    }

    private Fault fault(int at, boolean unknown, String reason) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String sameLine = before.substring(before.lastIndexOf('\n') + 1);
        return new Fault(unknown, line, sameLine.codePointCount(0, sameLine.length()) + 1, reason);
    }
}
