package io.huikuan.platform.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the database the tenant of each transaction, for row-level security. A connection is acquired once per transaction, after the
 * transaction has begun, so the setting ends with it and the next borrower of the connection finds none. Where nobody is acting, nothing is
 * told and no tenant's row is visible.
 *
 * <p>A plain statement and not {@code set_config()}: a distributed PostgreSQL passes only the statement on to its workers.
 */
@Singleton
class TenantOfTransaction implements AgroalPoolInterceptor {

    private final CurrentActor current;

    TenantOfTransaction(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        tenant().ifPresent(tenant -> tell(connection, tenant));
    }

    private Optional<UUID> tenant() {
        return Arc.container().requestContext().isActive() ? current.find().map(Actor::tenant) : Optional.empty();
    }

    /** The text of a UUID holds hexadecimal digits and hyphens only, so nothing needs quoting. */
    private static void tell(Connection connection, UUID tenant) {
        try (Statement statement = connection.createStatement()) {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("a connection outside a transaction");
            }
            statement.execute("SET LOCAL app.tenant = '" + tenant + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not take the tenant", e);
        }
    }
}
