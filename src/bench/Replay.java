import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.PGobject;

/**
 * Runs the transactions of a PostgreSQL log (log_statement = all, log_line_prefix = '%p|%a|') once more, bare: the same statements with the same values
 * and the same transactions, prepared as the driver prepares them, over as many connections as the service would have, at most 16. Prints the
 * figures of a measurement: units/s, p50 and p99 ms, CPU ms of this process, 0, refused transactions, statements per unit. A unit is a transaction in which a statement
 * starts with the given text, and those that follow it on the same connection.
 */
final class Replay {

    private static final int POOL = 16;
    private static final Pattern LINE = Pattern.compile("(\\d+)\\|(huikuan[^|]*)\\|(LOG|DETAIL): {2}(.*)", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')");
    private static final Pattern ARRAY_ELEMENT = Pattern.compile("[^{},]+");

    private Replay() {}

    /** A statement with its values, null for NULL. */
    private record Step(String sql, List<String> values) {}

    public static void main(String[] arguments) throws Exception {
        List<List<List<Step>>> units = units(Path.of(arguments[1]), arguments[3]);
        Properties login = new Properties();
        login.setProperty("user", "huikuan_app");
        login.setProperty("password", "bench");
        login.setProperty("reWriteBatchedInserts", "true");
        // As the service asks for them in application.properties.
        login.setProperty("options", "-c plan_cache_mode=force_generic_plan -c jit=off");
        ParameterTypes types;
        try (Connection connection = DriverManager.getConnection(arguments[0], login)) {
            types = new ParameterTypes(connection);
            for (List<List<Step>> unit : units) {
                unit.forEach(transaction -> transaction.forEach(types::learn));
            }
        }
        Queue<List<List<Step>>> queue = new ConcurrentLinkedQueue<>(units);
        AtomicInteger refused = new AtomicInteger();
        List<Long> times = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        int warm = units.size() / 4;
        AtomicInteger done = new AtomicInteger();
        long[] begun = {0, 0};
        for (int i = 0; i < Math.min(POOL, Integer.parseInt(arguments[2])); i++) {
            threads.add(new Thread(() -> {
                try (Connection connection = DriverManager.getConnection(arguments[0], login)) {
                    connection.setAutoCommit(false);
                    for (List<List<Step>> unit = queue.poll(); unit != null; unit = queue.poll()) {
                        long start = System.nanoTime();
                        for (List<Step> transaction : unit) {
                            if (!run(connection, transaction, types)) {
                                refused.incrementAndGet();
                            }
                        }
                        if (done.incrementAndGet() == warm) {
                            begun[0] = System.nanoTime();
                            begun[1] = cpu();
                        } else if (done.get() > warm) {
                            times.add(System.nanoTime() - start);
                        }
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun[0]) / 1e9;
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        long steps = units.stream().flatMap(List::stream).mapToLong(List::size).sum();
        long transactions = units.stream().mapToLong(List::size).sum();
        System.out.printf(
                "%.1f\t%.1f\t%.1f\t%.2f\t-\t%d\t%d+%d%n",
                sorted.length / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6,
                (cpu() - begun[1]) / 1e6 / sorted.length, refused.get(), (steps - transactions) / units.size(), transactions / units.size());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static boolean run(Connection connection, List<Step> transaction, ParameterTypes types) throws SQLException {
        try {
            for (Step step : transaction) {
                try (PreparedStatement statement = connection.prepareStatement(step.sql().replaceAll("\\$\\d+", "?"))) {
                    String[] type = types.of(step);
                    for (int i = 0; i < step.values().size(); i++) {
                        bind(statement, i + 1, type[i], step.values().get(i));
                    }
                    statement.execute();
                }
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            System.err.println(e.getMessage());
            return false;
        }
    }

    private static void bind(PreparedStatement statement, int at, String type, String value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.OTHER);
        } else if (type.equals("unknown")) {
            statement.setObject(at, value, Types.OTHER);
        } else {
            PGobject typed = new PGobject();
            typed.setType("_" + type.replace("[]", ""));
            typed.setValue(value);
            statement.setObject(at, typed);
        }
    }

    /** The units of the log, in the order in which they ended. What had begun before the log did is left out. */
    private static List<List<List<Step>>> units(Path log, String first) throws IOException {
        Map<String, List<Step>> open = new HashMap<>();
        Map<String, List<List<Step>>> current = new HashMap<>();
        List<List<List<Step>>> units = new ArrayList<>();
        for (String entry : Files.readString(log, StandardCharsets.UTF_8).split("\n(?!\t)")) {
            Matcher line = LINE.matcher(entry);
            if (!line.matches()) {
                continue;
            }
            String process = line.group(1);
            Matcher executed = EXECUTED.matcher(line.group(4));
            List<Step> transaction = open.get(process);
            if (line.group(3).equals("DETAIL")) {
                if (transaction != null && !transaction.isEmpty()) {
                    transaction.set(transaction.size() - 1, new Step(transaction.get(transaction.size() - 1).sql(), values(line.group(4))));
                }
            } else if (executed.matches()) {
                String sql = executed.group(1).replace("\n\t", "\n");
                if (sql.equals("BEGIN")) {
                    open.put(process, new ArrayList<>());
                } else if (sql.equals("COMMIT") && transaction != null) {
                    if (transaction.stream().anyMatch(step -> step.sql().startsWith(first))) {
                        current.put(process, new ArrayList<>());
                        units.add(current.get(process));
                    }
                    if (current.containsKey(process)) {
                        current.get(process).add(transaction);
                    }
                    open.remove(process);
                } else if (transaction != null) {
                    transaction.add(new Step(sql, List.of()));
                }
            }
        }
        return units;
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(detail);
        while (value.find()) {
            values.add(value.group(2) == null ? null : value.group(2).replace("''", "'"));
        }
        return values;
    }

    /** The types of parameters, which a log does not tell. Only those of arrays must be named; where they hold nothing but NULL, what can be parsed is right. */
    private static final class ParameterTypes {

        private final Connection connection;
        private final Map<String, String[]> known = new HashMap<>();

        ParameterTypes(Connection connection) {
            this.connection = connection;
        }

        String[] of(Step step) {
            return known.get(step.sql());
        }

        void learn(Step step) {
            if (!known.containsKey(step.sql())) {
                known.put(step.sql(), found(step));
            }
        }

        private String[] found(Step step) {
            String[] types = step.values().stream().map(ParameterTypes::guess).toArray(String[]::new);
            List<Integer> unclear = new ArrayList<>();
            for (int i = 0; i < types.length; i++) {
                if (types[i].equals("?[]")) {
                    unclear.add(i);
                }
            }
            String[] candidates = {"text[]", "uuid[]", "date[]", "numeric[]"};
            for (int choice = 0; choice < Math.pow(candidates.length, unclear.size()); choice++) {
                int rest = choice;
                for (int at : unclear) {
                    types[at] = candidates[rest % candidates.length];
                    rest /= candidates.length;
                }
                if (parses(step.sql(), types)) {
                    return types;
                }
            }
            throw new IllegalStateException("no types are found for " + step.sql());
        }

        private boolean parses(String sql, String[] types) {
            if (types.length == 0) {
                return true;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("prepare trial (" + Arrays.stream(types).collect(Collectors.joining(", ")) + ") as " + sql);
                statement.execute("deallocate trial");
                return true;
            } catch (SQLException e) {
                return false;
            }
        }

        private static String guess(String value) {
            if (value == null || !value.startsWith("{") || !value.endsWith("}")) {
                return "unknown";
            }
            Matcher element = ARRAY_ELEMENT.matcher(value);
            while (element.find()) {
                String text = element.group();
                if (text.equals("NULL")) {
                    continue;
                }
                if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                    return "uuid[]";
                }
                if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                    return "date[]";
                }
                if (text.matches("-?\\d+(\\.\\d+)?")) {
                    return "numeric[]";
                }
                return text.matches("[tf]") ? "bool[]" : "text[]";
            }
            return "?[]";
        }
    }
}
