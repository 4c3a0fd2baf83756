package io.huikuan.kernel.sql;

import io.agroal.api.AgroalDataSource;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One statement on its way: bind its parameters, then run it once. Faults of the database come out as {@link SqlFailure}. */
public final class Statement {

    private final AgroalDataSource dataSource;
    private final ParsedSql sql;
    private final Map<String, Object> values = new HashMap<>();

    Statement(AgroalDataSource dataSource, ParsedSql sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    private record SqlArray(String elementType, Collection<?> elements) {}

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement prepared) throws SQLException;
    }

    /**
     * Binds a value: an id, text, number, date, moment, enum constant (as its name), boolean, bytes, or null. A text with a character that
     * PostgreSQL cannot keep is a {@link Problem} with BAD_INPUT when the statement runs.
     */
    public Statement bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Binds an array of ids. */
    public Statement uuids(String name, Collection<UUID> elements) {
        return bind(name, new SqlArray("uuid", elements));
    }

    /** Binds an array of texts. */
    public Statement texts(String name, Collection<String> elements) {
        return bind(name, new SqlArray("text", elements));
    }

    /** Binds an array of the names of enum constants. */
    public Statement names(String name, Collection<? extends Enum<?>> elements) {
        return texts(name, elements.stream().map(Enum::name).toList());
    }

    /** Binds an array of dates. */
    public Statement dates(String name, Collection<LocalDate> elements) {
        return bind(
                name,
                new SqlArray(
                        "date",
                        elements.stream()
                                .map(date -> date == null ? null : Date.valueOf(date))
                                .collect(Collectors.toList())));
    }

    /** Binds an array of exact numbers. */
    public Statement numbers(String name, Collection<BigDecimal> elements) {
        return bind(name, new SqlArray("numeric", elements));
    }

    /** Binds an array of whole numbers. */
    public Statement integers(String name, Collection<Integer> elements) {
        return bind(name, new SqlArray("int4", elements));
    }

    /** Binds an array of truth values. */
    public Statement flags(String name, Collection<Boolean> elements) {
        return bind(name, new SqlArray("bool", elements));
    }

    /** Binds an array of moments. */
    public Statement instants(String name, Collection<Instant> elements) {
        return bind(
                name,
                new SqlArray(
                        "timestamptz", elements.stream().map(Statement::moment).collect(Collectors.toList())));
    }

    /** All rows. */
    public <T> List<T> list(Function<Row, T> mapping) {
        List<T> rows = new ArrayList<>();
        each(row -> rows.add(mapping.apply(row)));
        return rows;
    }

    /** The first row; empty when there is none. */
    public <T> Optional<T> first(Function<Row, T> mapping) {
        return list(mapping).stream().findFirst();
    }

    /** The only row; none or several is a bug. */
    public <T> T one(Function<Row, T> mapping) {
        List<T> rows = list(mapping);
        if (rows.size() != 1) {
            throw new IllegalStateException("one row expected, not " + rows.size());
        }
        return rows.get(0);
    }

    /** All rows by their keys, in the order of the rows; of rows with one key the last stays. */
    public <K, V> Map<K, V> map(Function<Row, K> key, Function<Row, V> value) {
        Map<K, V> rows = new LinkedHashMap<>();
        each(row -> rows.put(key.apply(row), value.apply(row)));
        return rows;
    }

    /** All rows grouped by their keys, in the order of the rows. */
    public <K, V> Map<K, List<V>> group(Function<Row, K> key, Function<Row, V> value) {
        Map<K, List<V>> rows = new LinkedHashMap<>();
        each(row ->
                rows.computeIfAbsent(key.apply(row), any -> new ArrayList<>()).add(value.apply(row)));
        return rows;
    }

    /** Gives each row to the consumer as it is read. */
    public void each(Consumer<Row> consumer) {
        run(prepared -> {
            try (ResultSet results = prepared.executeQuery()) {
                Row row = new Row(results);
                while (results.next()) {
                    consumer.accept(row);
                }
                return null;
            }
        });
    }

    /** Runs it; answers how many rows it changed. */
    public int update() {
        return run(prepared -> prepared.executeUpdate());
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.names().size(); i++) {
                prepared.setObject(i + 1, driverValue(connection, sql.names().get(i)));
            }
            return work.on(prepared);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private Object driverValue(Connection connection, String name) throws SQLException {
        Object value = values.get(name);
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            throw new Problem(ErrorCode.BAD_INPUT, "A text holds a character that is no text.");
        }
        if (value == null && !values.containsKey(name)) {
            throw new IllegalStateException("the parameter " + name + " is not bound");
        }
        if (value instanceof SqlArray array) {
            return connection.createArrayOf(
                    array.elementType(), array.elements().toArray());
        }
        if (value instanceof Instant instant) {
            return moment(instant);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Object moment(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
