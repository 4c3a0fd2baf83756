package io.huikuan.imports;

import java.util.List;

/**
 * How an import went.
 *
 * @param run with its figures
 * @param errors the first hundred, in the order of rows
 * @param unreadable whether the file could not be read to its end: then nothing is said of its rows
 */
public record ImportReport(ImportRun run, List<ImportError> errors, boolean unreadable) {

    public ImportReport {
        errors = List.copyOf(errors);
    }
}
