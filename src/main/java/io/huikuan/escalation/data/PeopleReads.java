package io.huikuan.escalation.data;

import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Reads which of our people may do what with a customer. */
@ApplicationScoped
public class PeopleReads {

    private final Sql sql;

    PeopleReads(Sql sql) {
        this.sql = sql;
    }

    /**
     * One of our people.
     *
     * @param sees whether he is active and may see the customer
     * @param leads whether he is a MANAGER or an ADMIN
     */
    public record Colleague(boolean sees, boolean leads) {}

    /** Those of these that there are, beside the customer. */
    public Map<UUID, Colleague> colleagues(UUID customer, Collection<UUID> people) {
        return sql.of("""
                select u.id, sees_customer(u.active, u.roles, u.region, u.id, c.owner_id, c.region) as sees,
                    u.roles && array['MANAGER', 'ADMIN'] as leads
                from app_user u join customer c on c.tenant_id = :tenant and c.id = :customer
                where u.tenant_id = :tenant and u.id = any(:people) and not 'PARTNER' = any(u.roles)""")
                .bind("customer", customer)
                .uuids("people", people)
                .map(row -> row.uuid("id"), row -> new Colleague(row.flag("sees"), row.flag("leads")));
    }

    /** The customer's owner; null where it has none. */
    public UUID ownerOf(UUID customer) {
        return sql.of("select c.owner_id from customer c where c.tenant_id = :tenant and c.id = :customer")
                .bind("customer", customer)
                .one(row -> row.uuid("owner_id"));
    }

    /** Whether the contact record is of a visit to the customer, or of a meeting with it, at this moment or later. */
    public boolean isVisit(UUID contactRecord, UUID customer, Instant since) {
        return sql.of("""
                select exists (
                    select from contact_record r
                    where r.tenant_id = :tenant and r.id = :id and r.customer_id = :customer and r.channel in ('VISIT', 'MEETING')
                        and r.occurred_at >= :since) as visit""")
                .bind("id", contactRecord)
                .bind("customer", customer)
                .bind("since", since)
                .one(row -> row.flag("visit"));
    }
}
