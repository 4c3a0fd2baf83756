package io.huikuan.customer.data;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerFilter;
import io.huikuan.customer.CustomerSorting;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers as they are listed, straight from SQL, and only those that the actor sees. */
@ApplicationScoped
public class CustomerQueries {

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    CustomerQueries(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    private record Placed(Customer customer, Cursor place) {}

    /** The customers behind these ids. */
    public Map<UUID, Customer> byIds(Set<UUID> ids) {
        return reading("where c.tenant_id = :tenant and c.id = any(:ids) and " + visible())
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), CustomerRow::shown);
    }

    /** The customer with this code. */
    public Optional<Customer> byCode(String code) {
        return reading("where c.tenant_id = :tenant and c.code = :code and " + visible())
                .bind("code", code)
                .first(CustomerRow::shown);
    }

    private Statement reading(String where) {
        return sql.of("select " + CustomerRow.COLUMNS + " from customer c " + where)
                .bind("zone", zone())
                .bind("today", dates.today());
    }

    /** Whether a customer of the tenant has the code. */
    public boolean isTaken(String code) {
        return sql.of("select 1 as one from customer where tenant_id = :tenant and code = :code")
                .bind("code", code)
                .first(row -> true)
                .isPresent();
    }

    /** A page in the order asked for. */
    public Page<Customer> page(Paging paging, CustomerFilter filter, CustomerSorting sorting) {
        CustomerConditions conditions = new CustomerConditions(visible(), filter);
        CustomerOrdering ordering = CustomerOrdering.of(sorting.order(), conditions.none());
        Optional<Cursor> after = ordering.after(paging);
        Statement statement =
                sql.of("select " + CustomerRow.COLUMNS + ", " + ordering.key() + "::text as sort_key from customer c "
                        + ordering.join() + " where " + conditions.sql()
                        + (after.isPresent() ? " and " + ordering.beyond() : "")
                        + " order by " + ordering.orderBy() + " limit :fetch");
        bindAll(statement, conditions)
                .bind("zone", zone())
                .bind("currency", sorting.currency())
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> ordering.bind(statement, cursor));
        Page<Placed> page = Page.of(
                statement.list(row ->
                        new Placed(CustomerRow.shown(row), ordering.place(row.text("sort_key"), row.uuid("id")))),
                paging,
                Placed::place,
                paging.counted() ? count(conditions) : 0);
        return page.map(Placed::customer);
    }

    /** Whether an active person with one of the roles, other than this one, sees the customer. */
    public boolean isSeenByAnother(UUID customer, Set<Role> roles, UUID than) {
        return sql.of("""
                select exists (
                    select from app_user u join customer c on c.tenant_id = :tenant and c.id = :customer
                    where u.tenant_id = :tenant and u.id <> :than and u.roles && :roles
                        and sees_customer(u.active, u.roles, u.region, u.id, c.owner_id, c.region)) as seen""")
                .bind("customer", customer)
                .names("roles", roles)
                .bind("than", than)
                .one(row -> row.flag("seen"));
    }

    private int count(CustomerConditions conditions) {
        return bindAll(sql.of("select count(*) as n from customer c where " + conditions.sql()), conditions)
                .one(row -> row.integer("n"));
    }

    private Statement bindAll(Statement statement, CustomerConditions conditions) {
        conditions.bind(statement);
        return statement.bind("today", dates.today());
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }

    private String zone() {
        return actor.get().zone().getId();
    }
}
