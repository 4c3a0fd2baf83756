package io.huikuan.letter.domain;

import io.huikuan.letter.domain.Template.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A paragraph of a page.
 *
 * @param block which block stands here, as {@code items} or {@code bank}; empty: the lines do
 * @param lines its lines
 */
public record Paragraph(String block, List<String> lines) {

    public Paragraph {
        lines = List.copyOf(lines);
    }

    /** The runs of a template as paragraphs: empty lines part them, and blocks stand alone. */
    public static List<Paragraph> of(List<Run> runs) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Run run : runs) {
            if (run instanceof Run.Block block) {
                paragraphs.add(new Paragraph(block.placeholder().key(), lines(block.text())));
            } else {
                Arrays.stream(((Run.Words) run).text().split("\\R\\s*\\R"))
                        .map(Paragraph::lines)
                        .filter(lines -> !lines.isEmpty())
                        .forEach(lines -> paragraphs.add(new Paragraph("", lines)));
            }
        }
        return List.copyOf(paragraphs);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
