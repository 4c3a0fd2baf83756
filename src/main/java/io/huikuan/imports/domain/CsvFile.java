package io.huikuan.imports.domain;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import io.huikuan.kernel.error.ErrorCode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * The records of a file, one after the other, never the whole. What makes the rest of a file doubtful is {@link Unreadable}: bytes that are no
 * text in the named charset, a quoted field that does not end, a record with more or fewer fields than the header, a packed file that ends
 * early.
 */
public final class CsvFile {

    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CloseableIterator<String[]> records;
    private final Charset charset;
    private int row;
    private int width;

    private CsvFile(CloseableIterator<String[]> records, Charset charset) {
        this.records = records;
        this.charset = charset;
    }

    /** Opens a file; a mark at its beginning must be that of the charset. */
    public static CsvFile open(InputStream bytes, Charset charset, char delimiter) {
        Reader text = text(bytes, charset);
        return new CsvFile(
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(
                                StringArrayHandler.of(handler ->
                                        handler.maxFields(MOST_FIELDS).maxFieldSize(LONGEST_FIELD)),
                                text)
                        .iterator(),
                charset);
    }

    private static Reader text(InputStream bytes, Charset charset) {
        try {
            BufferedInputStream marked = new BufferedInputStream(bytes, 64 * 1024);
            marked.mark(4);
            byte[] head = marked.readNBytes(3);
            boolean utf8 = java.util.Arrays.equals(head, UTF_8_MARK);
            boolean utf16 =
                    head.length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0x1FD && (head[0] & 0xFF) >= 0xFE;
            if (utf16 || (utf8 && !charset.equals(StandardCharsets.UTF_8))) {
                throw new Unreadable(
                        ErrorCode.WRONG_CHARSET,
                        1,
                        "The file begins with the mark of " + (utf8 ? "UTF-8" : "UTF-16") + ", not of " + charset
                                + ".");
            }
            if (!utf8) {
                marked.reset();
            }
            return new InputStreamReader(
                    marked,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            throw unreadable(e, charset, 0);
        }
    }

    /** The next record that is not empty, in the width of the first one; null after the last. */
    public String[] next() {
        try {
            while (records.hasNext()) {
                String[] fields = records.next();
                row++;
                if (!isEmpty(fields)) {
                    return checked(fields);
                }
            }
            return null;
        } catch (CsvParseException e) {
            // What the stream below refused, for example a file beyond the limit, says more than that the reader
            // stumbled over it.
            throw e.getCause() instanceof Unreadable refused
                    ? refused
                    : new Unreadable(ErrorCode.MALFORMED_FILE, row + 1, malformed(e));
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause(), charset, row + 1);
        }
    }

    /** The row of the last record, as a spreadsheet shows it. */
    public int row() {
        return row;
    }

    /** An empty line, or what a spreadsheet makes of one. */
    private static boolean isEmpty(String[] fields) {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private String[] checked(String[] fields) {
        if (width == 0) {
            width = fields.length;
        } else if (fields.length != width) {
            throw new Unreadable(
                    ErrorCode.MALFORMED_FILE,
                    row,
                    "The row has " + fields.length + " fields, the header has " + width + ".");
        }
        for (String field : fields) {
            if (field.indexOf('\0') >= 0) {
                throw new Unreadable(ErrorCode.MALFORMED_FILE, row, "The row holds characters that are no text.");
            }
        }
        return fields;
    }

    private static String malformed(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unclosed")) {
            return "A quoted field does not end: the file is cut, or a quote is not doubled.";
        }
        if (message.startsWith("Unexpected character")) {
            return "Something follows a closing quote: a quote within a field must be doubled.";
        }
        return "The row is too large: a row has at most " + MOST_FIELDS + " fields of " + LONGEST_FIELD
                + " characters.";
    }

    private static Unreadable unreadable(IOException cause, Charset charset, int row) {
        if (cause instanceof CharacterCodingException) {
            return new Unreadable(
                    ErrorCode.WRONG_CHARSET, row, "Near this row the file is no text in " + charset.name() + ".");
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return new Unreadable(ErrorCode.MALFORMED_FILE, row, "The packed file is cut or not a gzip file.");
        }
        return new Unreadable(ErrorCode.MALFORMED_FILE, row, "The file ended before it was whole.");
    }
}
