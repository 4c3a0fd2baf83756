package io.huikuan.escalation;

import io.huikuan.escalation.data.DossierSheet;
import io.huikuan.escalation.domain.DossierWords;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The part of a dossier that is read on paper. */
final class DossierPage {

    /** The columns whose cells are constants; the others hold numbers, dates and what people wrote. */
    private static final Set<String> CODES = Set.of(
            "kind",
            "event",
            "stage",
            "measure",
            "status",
            "lifted_because",
            "reason",
            "channel",
            "direction",
            "outcome",
            "form",
            "seal",
            "due",
            "method");

    private DossierPage() {}

    /** The templates of the page. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance dossier(DossierWords words, String language, Cover cover, List<Table> tables);
    }

    /** What stands at the top. */
    record Cover(
            String supplier,
            String customer,
            String code,
            String legalName,
            String caseNumber,
            String stage,
            String stageSince,
            String asOf,
            boolean hasStatement) {}

    /** A table of the dossier. */
    record Table(String title, List<String> columns, List<List<String>> rows) {}

    /** The page, whose texts are escaped by the template. */
    static String render(Dossier dossier) {
        DossierWords words = DossierWords.of(dossier.language());
        Escalation escalation = dossier.escalation();
        Cover cover = new Cover(
                dossier.tenant().name(),
                dossier.customer().name(),
                dossier.customer().code(),
                dossier.customer().legalName() == null ? "" : dossier.customer().legalName(),
                escalation.number(),
                words.of(escalation.stage().name()),
                escalation.stageSince().toString(),
                dossier.tenant().businessDate().toString(),
                dossier.statement().isPresent());
        List<Table> tables = Arrays.stream(DossierSheet.values())
                .filter(sheet -> !dossier.rows(sheet).isEmpty())
                .map(sheet -> table(sheet, dossier, words))
                .toList();
        return Templates.dossier(words, dossier.language().tag(), cover, tables).render();
    }

    private static Table table(DossierSheet sheet, Dossier dossier, DossierWords words) {
        List<String> columns = sheet.columns();
        return new Table(
                words.of(sheet.file()),
                columns.stream().map(words::of).toList(),
                dossier.rows(sheet).stream()
                        .map(row -> IntStream.range(0, columns.size())
                                .mapToObj(i -> CODES.contains(columns.get(i)) ? words.of(row.get(i)) : row.get(i))
                                .toList())
                        .toList());
    }
}
