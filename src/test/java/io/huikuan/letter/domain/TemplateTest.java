package io.huikuan.letter.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.text.Language;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.domain.Template.Run;
import io.huikuan.letter.domain.TemplateReading.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The language of templates: what it says, what it refuses, and that nothing gets out of it. */
class TemplateTest {

    private static final Set<Placeholder> ALL = Set.of(Placeholder.values());
    private static final Facts FACTS = Facts.none()
            .with(Placeholder.CUSTOMER_NAME, "Evergreen Trading")
            .with(Placeholder.TOTAL, "CNY 1,000.00")
            .with(Placeholder.ITEMS, "INV-1\nINV-2");

    private static String fault(String text) {
        return Templates.fault(text, ALL).map(Fault::message).orElse("none");
    }

    @Test
    void a_placeholder_becomes_what_it_stands_for_and_nothing_where_that_is_nothing() {
        assertThat(Templates.render("{{customer.name}} owes {{ total }}{{overdue}}.", FACTS))
                .isEqualTo("Evergreen Trading owes CNY 1,000.00.");
    }

    @Test
    void a_section_is_there_where_its_placeholder_stands_for_something_or_where_it_does_not() {
        String text = "{{#total}}open{{#overdue}}, late{{/overdue}}{{/total}}{{^overdue}}, not late{{/overdue}}";

        assertThat(Templates.render(text, FACTS)).isEqualTo("open, not late");
        assertThat(Templates.render(text, FACTS.with(Placeholder.OVERDUE, "CNY 1.00")))
                .isEqualTo("open, late");
        assertThat(Templates.render(text, FACTS.with(Placeholder.TOTAL, " "))).isEqualTo(", not late");
    }

    @Test
    void what_a_placeholder_stands_for_is_never_read_as_a_template() {
        Facts sly = FACTS.with(Placeholder.CUSTOMER_NAME, "{{total}} {{#overdue}} }}");

        assertThat(Templates.render("{{customer.name}}", sly)).isEqualTo("{{total}} {{#overdue}} }}");
    }

    @Test
    void an_unknown_placeholder_is_named_with_its_line_and_column() {
        assertThat(fault("Dear {{contact.name}},\n还有 {{iban}}"))
                .isEqualTo("Line 2, column 4: there is no placeholder “iban” here");
        assertThat(fault("{{#tenant.secret}}x{{/tenant.secret}}"))
                .isEqualTo("Line 1, column 1: there is no placeholder “tenant.secret” here");
        assertThat(Templates.fault("{{ }}", ALL))
                .get()
                .extracting(Fault::unknown)
                .isEqualTo(true);
    }

    @Test
    void a_placeholder_of_another_kind_of_letter_is_unknown() {
        assertThat(Templates.fault("{{payment.amount}}", Placeholder.in(LetterKind.RECEIPT)))
                .isEmpty();
        assertThat(Templates.fault("{{payment.amount}}", Placeholder.in(LetterKind.PAYMENT_REMINDER)))
                .isPresent();
        assertThat(Templates.fault("{{letter.number}}", Placeholder.inSpeech())).isPresent();
        assertThat(Templates.fault("{{total}} {{items}}", Placeholder.inSpeech()))
                .isEmpty();
    }

    @Test
    void what_is_not_closed_or_closed_too_often_is_told_where_it_stands() {
        assertThat(fault("a\nb {{total")).isEqualTo("Line 2, column 3: {{ without }}");
        assertThat(fault("{{#total}}\n{{^overdue}}x{{/total}}"))
                .isEqualTo("Line 2, column 14: no section total is to be closed here");
        assertThat(fault("ok {{#total}}x")).isEqualTo("Line 1, column 4: the section total is not closed");
        assertThat(fault("{{/total}}")).isEqualTo("Line 1, column 1: no section total is to be closed here");
    }

    @Test
    void sections_nest_eight_deep_and_no_deeper() {
        assertThat(fault("{{#total}}".repeat(8) + "x" + "{{/total}}".repeat(8))).isEqualTo("none");
        assertThat(fault("{{#total}}".repeat(9) + "x" + "{{/total}}".repeat(9)))
                .isEqualTo("Line 1, column 81: sections are nested deeper than 8");
    }

    @Test
    void braces_that_are_no_placeholders_are_text() {
        assertThat(Templates.render("{a} }} {", FACTS)).isEqualTo("{a} }} {");
    }

    @Test
    void whatever_is_written_is_read_to_its_end_or_refused_within_it_and_shows_nothing_but_itself_and_its_facts() {
        List<String> pieces = List.of(
                "{{",
                "}}",
                "#",
                "^",
                "/",
                "total",
                "customer.name",
                "items",
                "\n",
                "\n\n",
                " ",
                "<script>",
                "&",
                "${7*7}",
                "{#if}",
                "{{total}}",
                "{{#total}}",
                "{{/total}}",
                "{{^overdue}}",
                "{{/overdue}}",
                "{T(java.lang.Runtime)}",
                "中",
                "𠮷",
                "\u0000",
                "\u202E",
                "\uD800",
                "{{class}}",
                "{{items.class.name}}");
        Random chance = new Random(20261126);
        for (int round = 0; round < 20_000; round++) {
            String text = IntStream.range(0, chance.nextInt(14))
                    .mapToObj(any -> pieces.get(chance.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            if (Template.read(text, ALL) instanceof TemplateReading.Read read) {
                String shown = read.template().text(FACTS);
                String left = shown.replace("Evergreen Trading", "")
                        .replace("CNY 1,000.00", "")
                        .replace("INV-1\nINV-2", "");
                assertThat(left.codePoints().filter(c -> c != 0xFFFD && !Character.isWhitespace(c)))
                        .as("%s → %s", text, shown)
                        .allMatch(c -> text.indexOf(c) >= 0);
                assertThat(shown).doesNotContain("\u0000", "\u202E", "\uD800").doesNotContain("49");
            } else {
                Fault fault = (Fault) Template.read(text, ALL);
                assertThat(fault.line()).isBetween(1, text.split("\n", -1).length);
            }
        }
    }

    @Test
    void empty_lines_part_paragraphs_and_a_block_stands_alone() {
        List<Run> runs = Templates.sound("One\n two\n\n \n{{#overdue}}\nnever\n{{/overdue}}\n\n{{items}}\nafter")
                .runs(FACTS);

        assertThat(Paragraph.of(runs))
                .containsExactly(
                        new Paragraph("", List.of("One", "two")),
                        new Paragraph("items", List.of("INV-1", "INV-2")),
                        new Paragraph("", List.of("after")));
        assertThat(Templates.render("One\n\n\n\n{{overdue}}\n\nTwo\n", FACTS)).isEqualTo("One\n\nTwo");
    }

    @Test
    void every_text_that_comes_with_the_service_is_sound_and_has_a_subject_of_one_line() {
        for (LetterKind kind : LetterKind.values()) {
            for (Language language : Language.values()) {
                TemplateText text = ShippedTexts.of(kind, language);
                assertThat(text.subject()).isNotBlank().doesNotContain("\n");
                assertThat(Templates.fault(text.subject(), Placeholder.in(kind)))
                        .isEmpty();
                assertThat(Templates.fault(text.body(), Placeholder.in(kind)).map(Fault::message))
                        .as("%s %s", kind, language)
                        .isEmpty();
                assertThat(text.body().contains("{{items}}")).isEqualTo(kind.duns());
            }
        }
    }

    @Test
    void each_notice_that_comes_with_the_service_names_the_deadline_of_what_it_warns_of() {
        Arrays.stream(LetterKind.values())
                .filter(kind -> kind.duns() && kind != LetterKind.LAWYERS_LETTER)
                .forEach(kind -> Arrays.stream(Language.values())
                        .forEach(language -> assertThat(
                                        ShippedTexts.of(kind, language).body())
                                .contains("{{warning.deadline}}")
                                .contains("{{warning.next}}")));
    }
}
