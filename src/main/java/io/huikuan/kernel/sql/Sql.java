package io.huikuan.kernel.sql;

import io.agroal.api.AgroalDataSource;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/**
 * SQL with named parameters over the connection of the running transaction: a thin layer, so that what is sent is what is written.
 *
 * <p>Every statement names the tenant: {@code :tenant} is bound to the tenant of the current actor, and a statement without it is refused.
 * {@code :actor_user}, {@code :actor_region} and {@code :actor_customer} are bound likewise where they occur. Changes that Hibernate has not
 * flushed yet are not seen: flush first.
 */
@ApplicationScoped
public class Sql {

    private final AgroalDataSource dataSource;
    private final CurrentActor actor;
    private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    Sql(AgroalDataSource dataSource, CurrentActor actor) {
        this.dataSource = dataSource;
        this.actor = actor;
    }

    /**
     * A statement within the current tenant.
     *
     * @throws IllegalArgumentException when the statement names no {@code :tenant}
     */
    public Statement of(String sql) {
        ParsedSql text = parsed.computeIfAbsent(sql, ParsedSql::parse);
        if (!text.names().contains("tenant")) {
            throw new IllegalArgumentException("a statement that names no tenant");
        }
        return bindActor(new Statement(dataSource, text), text, actor.get());
    }

    /** A statement on what is known before a tenant is: the table of tenants alone, which row-level security leaves readable. */
    public Statement acrossTenants(String sql) {
        return new Statement(dataSource, parsed.computeIfAbsent(sql, ParsedSql::parse));
    }

    /**
     * Lays a table that only the running transaction sees and that ends with it. Its first column, {@code tenant_id}, is the current tenant's id
     * by default, so that statements on it name the tenant like all others.
     *
     * @param columns the further columns as in {@code create table}
     */
    public void temporary(String table, String columns) {
        run("create temporary table " + table + " (tenant_id uuid not null default '"
                + actor.get().tenant() + "', " + columns + ") on commit drop");
    }

    /**
     * From now until the transaction ends, or {@link #overManyRows}, a statement is planned for the values it is sent with where that is cheaper. Else one plan serves all values: planning a nested level
     * takes longer than reading it, but one that sums up a whole tenant must know how much of the table that is.
     */
    public void plannedForValues() {
        // Not force_custom_plan: PostgreSQL would plan the check of each row's foreign keys anew too.
        run("set local plan_cache_mode = auto");
        run("set local enable_nestloop = on");
    }

    /**
     * From now until the transaction ends, or {@link #plannedForValues}, rows meet by hashing, in plans made for the values: for work that touches thousands of rows. Where the statistics of a
     * table are older than its rows, as on a new instance's first night, the planner takes them for a few and would compare each with each.
     */
    public void overManyRows() {
        run("set local plan_cache_mode = auto");
        run("set local enable_nestloop = off");
    }

    /** Counts the rows of a temporary table, so that statements on it are planned for their true number. */
    public void analyze(String temporaryTable) {
        run("analyze " + temporaryTable);
    }

    /** Begins to copy rows into a temporary table. Until it has ended the transaction can run no other statement. */
    public Copy copyInto(String temporaryTable, List<String> columns) {
        try (Connection connection = dataSource.getConnection()) {
            return new Copy(connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + temporaryTable + " (" + String.join(", ", columns) + ") from stdin"));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void run(String definition) {
        try (Connection connection = dataSource.getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(definition);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static Statement bindActor(Statement statement, ParsedSql text, Actor actor) {
        statement.bind("tenant", actor.tenant());
        if (text.names().contains("actor_user")) {
            statement.bind("actor_user", actor.user().orElse(null));
        }
        if (text.names().contains("actor_region")) {
            statement.bind("actor_region", actor.region().orElse(null));
        }
        if (text.names().contains("actor_customer")) {
            statement.bind("actor_customer", actor.customer().orElse(null));
        }
        return statement;
    }
}
