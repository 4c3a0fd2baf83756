package io.huikuan.customer;

import io.huikuan.customer.data.CustomerQueries;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The customers that the actor sees; the others do not exist. */
@ApplicationScoped
public class CustomerReads implements NodesFinder {

    private final CustomerQueries queries;

    CustomerReads(CustomerQueries queries) {
        this.queries = queries;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CUSTOMER;
    }

    /** The customer. */
    @Override
    @Transactional
    public Optional<Customer> find(UUID id) {
        return Optional.ofNullable(queries.byIds(Set.of(id)).get(id));
    }

    /** The customer with this code. */
    @Transactional
    public Optional<Customer> findByCode(String code) {
        return queries.byCode(code);
    }

    /** The customers behind these ids. */
    @Transactional
    public Map<UUID, Customer> byIds(Set<UUID> ids) {
        return queries.byIds(ids);
    }

    @Override
    @Transactional
    public Map<UUID, Customer> findAll(Set<UUID> ids) {
        return queries.byIds(ids);
    }

    /**
     * Whether somebody else than this person could decide on what concerns the customer: an active person with one of the roles who sees it. The actor is known to
     * see it.
     */
    @Transactional
    public boolean isSeenByAnother(UUID customer, Set<Role> roles, UUID than) {
        return queries.isSeenByAnother(customer, roles, than);
    }

    /** A page of customers; the place of a row in an order by money moves as money moves. */
    @Transactional
    public Page<Customer> page(Paging paging, CustomerFilter filter, CustomerSorting sorting) {
        return queries.page(paging, filter, sorting);
    }

    /** Whether any customer of the tenant, seen or not, has the code. */
    boolean isTaken(String code) {
        return queries.isTaken(code);
    }
}
