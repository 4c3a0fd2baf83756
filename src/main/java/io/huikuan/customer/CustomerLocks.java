package io.huikuan.customer;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.tenant.PaymentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Locks customers' rows until the transaction ends. Every money mutation does this first, so that two of them on one customer follow each
 * other (rule 7). Several customers are locked in the order of their ids, so that no two transactions wait for each other. The lock keeps
 * nobody from reading, nor from writing rows that merely point to the customer.
 */
@ApplicationScoped
public class CustomerLocks {

    private final Sql sql;
    private final CurrentActor actor;

    CustomerLocks(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The customer, locked; empty when there is none that the actor may see. */
    @Transactional(TxType.MANDATORY)
    public Optional<LockedCustomer> lock(UUID customer) {
        return Optional.ofNullable(lockAll(List.of(customer)).get(customer));
    }

    /** As {@link #lock(UUID)}, by the id as a client sends it. */
    @Transactional(TxType.MANDATORY)
    public Optional<LockedCustomer> lock(String customerId) {
        return NodeId.uuid(NodeKind.CUSTOMER, customerId).flatMap(this::lock);
    }

    /** Those of the customers that the actor may see, locked. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, LockedCustomer> lockAll(Collection<UUID> customers) {
        return sql.of("select c.id, c.status = 'CLOSED' as closed, c.terms from customer c"
                        + " where c.tenant_id = :tenant and c.id = any(:customers) and "
                        + Visibility.of(actor.get(), "c")
                        + " order by c.id for no key update")
                .uuids("customers", customers)
                .map(row -> row.uuid("id"), CustomerLocks::locked);
    }

    private static LockedCustomer locked(Row row) {
        return new LockedCustomer(
                row.uuid("id"),
                row.flag("closed"),
                Optional.ofNullable(row.text("terms")).map(PaymentTerms::ofText));
    }
}
