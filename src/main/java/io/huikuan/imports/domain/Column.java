package io.huikuan.imports.domain;

/**
 * A canonical column.
 *
 * @param name in the header
 * @param cell what it holds
 * @param required whether every file has it and no row leaves it blank
 * @param sqlType the type with which it is resolved in the database
 */
public record Column(String name, Cell cell, boolean required, String sqlType) {

    static Column required(String name, Cell cell) {
        return new Column(name, cell, true, sqlType(cell));
    }

    static Column optional(String name, Cell cell) {
        return new Column(name, cell, false, sqlType(cell));
    }

    private static String sqlType(Cell cell) {
        if (cell instanceof Cell.Day) {
            return "date";
        }
        if (cell instanceof Cell.Numeric || cell instanceof Cell.Fraction) {
            return "numeric";
        }
        if (cell instanceof Cell.Whole) {
            return "int";
        }
        return cell instanceof Cell.TimeOfDay ? "time" : "text";
    }
}
