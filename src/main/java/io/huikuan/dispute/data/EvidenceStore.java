package io.huikuan.dispute.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which attachments are shown with disputes. */
@ApplicationScoped
public class EvidenceStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    EvidenceStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Those of the attachments that belong to contact records with the customer and were not erased. */
    public Set<UUID> ofCustomer(UUID customer, Collection<UUID> attachments) {
        return new HashSet<>(
                sql.of("""
                select a.id from attachment a
                join contact_record r on r.tenant_id = :tenant and r.id = a.contact_record_id and r.customer_id = :customer
                where a.tenant_id = :tenant and a.id = any(:ids) and a.erased_at is null""").bind("customer", customer).uuids("ids", attachments).list(row -> row.uuid("id")));
    }

    /** What is shown with the dispute. */
    public List<UUID> shownWith(UUID dispute) {
        return shownWith(List.of(dispute)).getOrDefault(dispute, List.of());
    }

    /** What is shown with each of the disputes; one without is left out. */
    public Map<UUID, List<UUID>> shownWith(Collection<UUID> disputes) {
        return sql.of("""
                select x.dispute_id, x.attachment_id from dispute_attachment x
                where x.tenant_id = :tenant and x.dispute_id = any(:ids)
                order by x.attached_at, x.attachment_id""")
                .uuids("ids", disputes)
                .group(row -> row.uuid("dispute_id"), row -> row.uuid("attachment_id"));
    }

    /** Shows the attachments with the dispute, unless they are already. */
    public void show(UUID dispute, Collection<UUID> attachments) {
        sql.of("""
                insert into dispute_attachment (tenant_id, dispute_id, attachment_id, attached_at, attached_by)
                select :tenant, :dispute, a.id, :now, :by from unnest(:attachments) a (id)
                on conflict do nothing""")
                .bind("dispute", dispute)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .uuids("attachments", attachments)
                .update();
    }
}
