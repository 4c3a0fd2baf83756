package io.huikuan.escalation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.huikuan.escalation.data.DossierSheet;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.letter.Archived;
import io.huikuan.letter.Letter;
import io.huikuan.letter.Letters;
import io.huikuan.statement.StatementCsv;
import io.huikuan.statement.StatementPage;
import io.huikuan.statement.WholeStatement;
import io.huikuan.statement.domain.CsvCell;
import io.huikuan.statement.domain.StatementLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a dossier as one ZIP: a page to print, a CSV for each table and the account, the letters as they were sent, and last a manifest with the SHA-256 of every
 * file before it. An account that moved too often is left out, and the page says so. Names and order are always the same, and each file is gone from memory when it
 * is written. What a spreadsheet would take for a formula is guarded.
 */
@ApplicationScoped
public class DossierArchive {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Letters letters;

    DossierArchive(Letters letters) {
        this.letters = letters;
    }

    /** Writes it; the stream is left open. */
    public void write(Dossier dossier, OutputStream to) throws IOException {
        Zip zip = new Zip(to, dossier.tenant().businessDate().atStartOfDay());
        zip.add("dossier.html", text(DossierPage.render(dossier)));
        for (DossierSheet sheet : DossierSheet.values()) {
            zip.add(sheet.file() + ".csv", csv(sheet.columns(), dossier.rows(sheet)));
        }
        if (dossier.statement().isPresent()) {
            addStatement(zip, dossier, dossier.statement().get());
        }
        for (Letter letter : dossier.letters()) {
            addLetter(zip, letter);
        }
        zip.end();
    }

    private static void addStatement(Zip zip, Dossier dossier, WholeStatement statement) throws IOException {
        StatementLanguage language =
                StatementLanguage.of(dossier.language().tag()).orElseThrow();
        zip.add("statement.html", text(StatementPage.render(statement, dossier.tenant(), language)));
        zip.add("statement.csv", text(StatementCsv.of(statement, language.words())));
    }

    private void addLetter(Zip zip, Letter letter) throws IOException {
        String name = "letters/" + letter.number() + "-" + letter.kind();
        Archived archived = letters.archived(letter.uuid()).orElseThrow();
        zip.add(name + ".pdf", archived.pdf().bytes());
        zip.add(name + ".html", archived.html().bytes());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(List<String> header, List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(header);
            for (List<String> row : rows) {
                csv.writeRecord(row.stream().map(CsvCell::text).toList());
            }
        }
        return text(text.toString());
    }

    /** A ZIP whose entries carry one and the same time, with a list of what is in it. */
    private static final class Zip {

        private final ZipOutputStream out;
        private final LocalDateTime time;
        private final List<List<String>> listed = new ArrayList<>();

        Zip(OutputStream to, LocalDateTime time) {
            this.out = new ZipOutputStream(to, StandardCharsets.UTF_8);
            this.time = time;
        }

        void add(String name, byte[] bytes) throws IOException {
            listed.add(List.of(name, Integer.toString(bytes.length), Sha256.of(bytes)));
            put(name, bytes);
        }

        private void put(String name, byte[] bytes) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(time);
            out.putNextEntry(entry);
            out.write(bytes);
            out.closeEntry();
        }

        void end() throws IOException {
            put("manifest.csv", csv(List.of("file", "bytes", "sha256"), listed));
            out.finish();
        }
    }
}
