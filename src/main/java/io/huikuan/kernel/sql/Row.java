package io.huikuan.kernel.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row of an answer, its columns by name. A column without a value reads as null; the primitive forms refuse it. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    @FunctionalInterface
    private interface Column<T> {
        T read() throws SQLException;
    }

    /** An id. */
    public UUID uuid(String column) {
        return read(() -> results.getObject(column, UUID.class));
    }

    /** A text. */
    public String text(String column) {
        return read(() -> results.getString(column));
    }

    /** An array of texts that is there. */
    public List<String> texts(String column) {
        return read(() -> List.of((String[]) results.getArray(column).getArray()));
    }

    /** An array of whole numbers that is there. */
    public List<Integer> integers(String column) {
        return read(() -> List.of((Integer[]) results.getArray(column).getArray()));
    }

    /** Bytes. */
    public byte[] bytes(String column) {
        return read(() -> results.getBytes(column));
    }

    /** A date. */
    public LocalDate date(String column) {
        return read(() -> results.getObject(column, LocalDate.class));
    }

    /** A moment. */
    public Instant instant(String column) {
        OffsetDateTime moment = read(() -> results.getObject(column, OffsetDateTime.class));
        return moment == null ? null : moment.toInstant();
    }

    /** An exact number. */
    public BigDecimal number(String column) {
        return read(() -> results.getBigDecimal(column));
    }

    /** A whole number that is there. */
    public int integer(String column) {
        return (int) longInteger(column);
    }

    /** A long whole number that is there. */
    public long longInteger(String column) {
        return present(column, read(() -> {
            long value = results.getLong(column);
            return results.wasNull() ? null : value;
        }));
    }

    /** A whole number, or null. */
    public Integer integerOrNull(String column) {
        return read(() -> {
            int value = results.getInt(column);
            return results.wasNull() ? null : value;
        });
    }

    /** A truth value that is there. */
    public boolean flag(String column) {
        return present(column, flagOrNull(column));
    }

    /** A truth value, or null. */
    public Boolean flagOrNull(String column) {
        return read(() -> {
            boolean value = results.getBoolean(column);
            return results.wasNull() ? null : value;
        });
    }

    /** A constant by its name, or null. */
    public <E extends Enum<E>> E constant(Class<E> type, String column) {
        String name = text(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static <T> T present(String column, T value) {
        if (value == null) {
            throw new IllegalStateException("no value in column " + column);
        }
        return value;
    }

    private static <T> T read(Column<T> column) {
        try {
            return column.read();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
