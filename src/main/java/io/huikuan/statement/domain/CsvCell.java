package io.huikuan.statement.domain;

/** A text in a CSV file that spreadsheets will open. */
public final class CsvCell {

    /** What a spreadsheet takes for the beginning of a formula, in both widths. */
    private static final String FORMULA = "=+-@＝＋－＠\t\r\n";

    private CsvCell() {}

    /** The text so that no spreadsheet computes it: what would begin a formula gets an apostrophe before it. Null is the empty cell. */
    public static String text(String textOrNull) {
        if (textOrNull == null || textOrNull.isEmpty()) {
            return "";
        }
        // Blanks before a formula are passed over by some.
        String visible = textOrNull.stripLeading();
        boolean formula = FORMULA.indexOf(textOrNull.charAt(0)) >= 0
                || (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0);
        return formula ? "'" + textOrNull : textOrNull;
    }
}
