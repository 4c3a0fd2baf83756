package io.huikuan.support;

import io.huikuan.support.EmittedSql.Emitted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells by PostgreSQL's own plan whether a statement names the tenant of every table that it reads, changes or removes from. It asks as
 * a role to which row-level security does not apply, so that what restricts a scan comes from the statement alone. A tenant that is
 * compared with that of another table counts only where that one is compared with a parameter: the planner then hands the parameter on to
 * both. Inserted rows need no look, since the column is mandatory and row-level security refuses another tenant's.
 */
public final class TenantOfPlans implements AutoCloseable {

    private static final List<String> CONDITIONS = List.of("Index Cond", "Filter", "Recheck Cond", "TID Cond");

    private static final String VALUE = "(?:\\$\\d+|'[0-9a-f-]{36}'::uuid)";

    private final Connection connection;
    private final Set<String> tables;
    private final Set<String> functions;

    /** Asks over this connection, which it closes. */
    public TenantOfPlans(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = names(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')");
        this.functions = names("select proname from pg_proc where pronamespace = 'public'::regnamespace");
        connection.setAutoCommit(false);
        run("set plan_cache_mode = force_generic_plan");
        connection.commit();
    }

    /** Lays a temporary table like the statement that was emitted, in place of one of that name. */
    public void lay(String name, String definition) throws SQLException {
        run("drop table if exists pg_temp." + name);
        run(definition.replace("on commit drop", ""));
        connection.commit();
    }

    /** The tables, by alias, whose tenant the statement does not compare, and functions that the planner could not look into. */
    public List<String> holes(Emitted statement) throws SQLException {
        List<String> holes = new ArrayList<>();
        look(plan(statement), holes);
        return holes;
    }

    private JsonObject plan(Emitted statement) throws SQLException {
        String types = statement.types().stream()
                .map(type -> type == 0 ? "unknown" : typeName(type))
                .collect(Collectors.joining(", "));
        String nulls = IntStream.range(0, statement.types().size())
                .mapToObj(i -> "null")
                .collect(Collectors.joining(", "));
        boolean bare = statement.types().isEmpty();
        try (Statement asking = connection.createStatement()) {
            asking.execute("prepare probe " + (bare ? "" : "(" + types + ") ") + "as " + statement.text());
            try (ResultSet answer = asking.executeQuery(
                    "explain (verbose, format json) execute probe" + (bare ? "" : "(" + nulls + ")"))) {
                answer.next();
                return new JsonArray(answer.getString(1)).getJsonObject(0).getJsonObject("Plan");
            }
        } finally {
            connection.rollback();
            run("deallocate all");
        }
    }

    private String typeName(int type) {
        try {
            return names("select format_type(" + type + ", null)").iterator().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(JsonObject node, List<String> holes) {
        String table = node.getString("Relation Name");
        if (table != null
                && !"ModifyTable".equals(node.getString("Node Type"))
                && "public".equals(node.getString("Schema"))
                && tables.contains(table)
                && !comparesTenant(node)) {
            holes.add(table + " " + node.getString("Alias"));
        }
        if (functions.contains(String.valueOf(node.getString("Function Name")))) {
            holes.add(node.getString("Function Name") + "()");
        }
        node.getJsonArray("Plans", new JsonArray()).forEach(child -> look((JsonObject) child, holes));
    }

    private static boolean comparesTenant(JsonObject scan) {
        String tenant = Pattern.quote(scan.getString("Alias")) + "\\.tenant_id";
        Pattern compared = Pattern.compile(tenant + " = " + VALUE + "|" + VALUE + " = " + tenant);
        return CONDITIONS.stream()
                .map(scan::getString)
                .filter(Objects::nonNull)
                .flatMap(condition -> conjuncts(condition).stream())
                .anyMatch(condition -> compared.matcher(condition).matches());
    }

    /** What must hold all at once, without the parentheses around each. */
    private static List<String> conjuncts(String condition) {
        List<String> conjuncts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 1;
        for (int i = 0; i < condition.length(); i++) {
            char character = condition.charAt(i);
            quoted ^= character == '\'';
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 1 && condition.startsWith(" AND ", i)) {
                conjuncts.add(bare(condition.substring(start, i)));
                start = i + " AND ".length();
            }
        }
        conjuncts.add(bare(condition.substring(start, condition.length() - 1)));
        return conjuncts;
    }

    private static String bare(String condition) {
        return condition.startsWith("(") ? condition.substring(1, condition.length() - 1) : condition;
    }

    private Set<String> names(String question) throws SQLException {
        try (Statement asking = connection.createStatement();
                ResultSet rows = asking.executeQuery(question)) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
