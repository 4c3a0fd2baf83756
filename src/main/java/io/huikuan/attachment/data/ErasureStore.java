package io.huikuan.attachment.data;

import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes out of attachments what a person is entitled to have taken out. */
@ApplicationScoped
public class ErasureStore {

    private final Sql sql;
    private final BusinessDates dates;

    ErasureStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** Expects no more attachments of contacts with the person. Waits for one that is just coming, so that what follows finds it. */
    public void expectNone(UUID person) {
        sql.of("""
                delete from attachment_upload u using contact_record r
                where u.tenant_id = :tenant and r.tenant_id = :tenant and r.id = u.contact_record_id and r.contact_person_id = :person""").bind("person", person).update();
    }

    /** Blanks the names of all attachments of contacts with the person and marks them as erased; answers which. */
    public List<UUID> erase(UUID person) {
        return sql.of("""
                update attachment a set name = '', erased_at = :now
                from contact_record r
                where a.tenant_id = :tenant and r.tenant_id = :tenant and r.id = a.contact_record_id and r.contact_person_id = :person
                    and a.erased_at is null
                returning a.id""").bind("person", person).bind("now", dates.now()).list(row -> row.uuid("id"));
    }

    /** Blanks what the pattern finds, case apart, in the names of the customer's attachments. */
    public void blank(UUID customer, String pattern) {
        sql.of("""
                update attachment a set name = regexp_replace(a.name, :pattern, '***', 'gi')
                from contact_record r
                where a.tenant_id = :tenant and r.tenant_id = :tenant and r.id = a.contact_record_id and r.customer_id = :customer
                    and a.name ~* :pattern""").bind("customer", customer).bind("pattern", pattern).update();
    }
}
