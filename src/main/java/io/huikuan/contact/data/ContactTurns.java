package io.huikuan.contact.data;

import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Whose turn it is to count a contact with a customer. */
@ApplicationScoped
public class ContactTurns {

    private final Sql sql;
    private final BusinessDates dates;

    ContactTurns(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** Waits for the turns with these customers, in the order of their ids, and has them until the transaction ends. */
    public void take(Set<UUID> customers) {
        sql.of("""
                insert into contact_turn (tenant_id, customer_id, taken_at)
                select :tenant, w.customer, :now from unnest(:customers) w (customer) order by w.customer
                on conflict (tenant_id, customer_id) do update set taken_at = excluded.taken_at""").uuids("customers", customers).bind("now", dates.now()).update();
    }
}
