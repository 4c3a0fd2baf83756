package io.huikuan.imports;

import io.huikuan.imports.domain.CsvFile;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.LimitedStream;
import io.huikuan.imports.domain.Profile;
import io.huikuan.imports.domain.RowReader;
import io.huikuan.imports.domain.RowRules;
import io.huikuan.imports.domain.Unreadable;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.sql.Copy;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Reads one file from its bytes into the staging table, row by row. */
final class FileReading {

    private static final int OFTEN = 20_000;

    private final Profile profile;
    private final Findings findings;
    private final IntConsumer progress;
    private int rows;
    private Set<String> columns = Set.of();

    /** {@code progress} is told from time to time how many rows were read. */
    FileReading(Profile profile, Findings findings, IntConsumer progress) {
        this.profile = profile;
        this.findings = findings;
        this.progress = progress;
    }

    /** Reads to the end; a file that cannot be read so far is {@link Unreadable}. */
    void read(InputStream bytes, Copy copy) {
        CsvFile file = CsvFile.open(bytes, profile.charset(), profile.delimiter());
        String[] header = file.next();
        if (header == null) {
            throw new Unreadable(ErrorCode.MALFORMED_FILE, 0, "The file is empty: it lacks even a header.");
        }
        RowReader reader = RowReader.of(profile, header);
        columns = profile.kind().columns().stream()
                .map(column -> column.name())
                .filter(reader::has)
                .collect(Collectors.toUnmodifiableSet());
        rows(file, reader, copy);
        copy.end();
    }

    private void rows(CsvFile file, RowReader reader, Copy copy) {
        RowRules rules = new RowRules(profile.kind());
        String[] record;
        while ((record = file.next()) != null) {
            if (!reader.skips(record)) {
                row(file.row(), record, reader, rules, copy);
                if (++rows % OFTEN == 0) {
                    progress.accept(rows);
                }
            }
        }
    }

    private void row(int number, String[] record, RowReader reader, RowRules rules, Copy copy) {
        Refusals refusals = new Refusals();
        String[] cells = reader.read(record, refusals);
        if (!refusals.any()) {
            rules.check(cells, refusals);
        }
        if (refusals.any()) {
            findings.reject(refusals.errors().stream()
                    .map(error -> finding(number, error))
                    .toList());
        } else {
            String[] line = new String[cells.length + 1];
            line[0] = Integer.toString(number);
            System.arraycopy(cells, 0, line, 1, cells.length);
            copy.row(line);
        }
    }

    private static Finding finding(int row, UserError error) {
        return new Finding(
                row, error.field().isEmpty() ? null : error.field().get(0), error.meaning(), error.message());
    }

    /** The bytes of a file, unpacked, of which there may be at most so many. */
    static InputStream unpacked(InputStream bytes, boolean packed, long most) {
        InputStream limited = new LimitedStream(bytes, most);
        if (!packed) {
            return limited;
        }
        try {
            return new LimitedStream(new GZIPInputStream(limited, 64 * 1024), most);
        } catch (IOException e) {
            throw new Unreadable(List.of(
                    new Finding(0, null, ErrorCode.MALFORMED_FILE, "The packed file is cut or not a gzip file.")));
        }
    }

    /** How many rows there were, those left out by the profile aside. */
    int rows() {
        return rows;
    }

    /** The canonical columns of which the file says something. */
    Set<String> columns() {
        return columns;
    }
}
