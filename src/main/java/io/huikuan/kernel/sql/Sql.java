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
