package io.huikuan.kernel.sql;

import io.agroal.api.AgroalDataSource;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
