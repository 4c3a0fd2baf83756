package io.huikuan.contact.data;

import io.huikuan.contact.CheckedContact;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.GuardRail;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes contact records, and which receivables were spoken of. */
@ApplicationScoped
public class ContactStore {

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    ContactStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** Enters a contact, recorded by the actor now, with the guard rails that it passed. */
    public void add(UUID id, CheckedContact contact, Set<GuardRail> passed) {
        add(id, contact, actor.get().user().orElseThrow());
        excuse(id, contact, passed);
    }

    /** Enters a contact, recorded now in the name of this person. */
    public void add(UUID id, CheckedContact contact, UUID recorder) {
        sql.of("""
                insert into contact_record (tenant_id, id, customer_id, contact_person_id, channel, direction, outcome, occurred_at,
                    duration_seconds, summary, feedback, next_action, next_action_on, recorded_by, recorded_at)
                values (:tenant, :id, :customer, :person, :channel, :direction, :outcome, :occurred_at,
                    :duration, :summary, :feedback, :next_action, :next_action_on, :recorded_by, :recorded_at)""")
                .bind("id", id)
                .bind("customer", contact.customer())
                .bind("person", contact.contactPerson())
                .bind("channel", contact.channel())
                .bind("direction", contact.direction())
                .bind("outcome", contact.outcome())
                .bind("occurred_at", contact.occurredAt())
                .bind("duration", contact.durationSeconds())
                .bind("summary", contact.summary())
                .bind("feedback", contact.feedback())
                .bind("next_action", contact.nextAction())
                .bind("next_action_on", contact.nextActionOn())
                .bind("recorded_by", recorder)
                .bind("recorded_at", dates.now())
                .update();
        name(id, contact.receivables());
    }

    private void excuse(UUID record, CheckedContact contact, Set<GuardRail> passed) {
        if (passed.isEmpty()) {
            return;
        }
        sql.of("""
                insert into contact_exception (tenant_id, contact_record_id, customer_id, occurred_at, recorded_by, rails, reason)
                values (:tenant, :record, :customer, :occurred_at, :recorded_by, :rails, :reason)""")
                .bind("record", record)
                .bind("customer", contact.customer())
                .bind("occurred_at", contact.occurredAt())
                .bind("recorded_by", actor.get().user().orElseThrow())
                .names("rails", passed)
                .bind("reason", contact.outsideReason())
                .update();
    }

    private void name(UUID record, List<UUID> receivables) {
        if (receivables.isEmpty()) {
            return;
        }
        sql.of("""
                insert into contact_record_receivable (tenant_id, contact_record_id, receivable_id)
                select :tenant, :record, r.id from unnest(:receivables) as r (id)""").bind("record", record).uuids("receivables", receivables).update();
    }

    /** Writes down that a contact went by another way. */
    public void reroute(UUID id, ContactChannel channel) {
        sql.of("update contact_record set channel = :channel where tenant_id = :tenant and id = :id")
                .bind("id", id)
                .bind("channel", channel)
                .update();
    }

    /** Which receivables were spoken of in each of these records. */
    public Map<UUID, List<UUID>> receivablesOf(Set<UUID> records) {
        return sql.of("""
                select contact_record_id, receivable_id from contact_record_receivable
                where tenant_id = :tenant and contact_record_id = any(:records)""")
                .uuids("records", records)
                .group(row -> row.uuid("contact_record_id"), row -> row.uuid("receivable_id"));
    }

    /** Blanks what the pattern finds, case apart, in all texts of the customer's records. */
    public void blank(UUID customer, String pattern) {
        sql.of("""
                update contact_record
                set summary = regexp_replace(summary, :pattern, '***', 'gi'),
                    feedback = regexp_replace(feedback, :pattern, '***', 'gi'),
                    next_action = regexp_replace(next_action, :pattern, '***', 'gi')
                where tenant_id = :tenant and customer_id = :customer
                    and (concat_ws(' ', summary, feedback, next_action) ~* :pattern
                        or exists (
                            select from contact_exception e
                            where e.tenant_id = :tenant and e.contact_record_id = contact_record.id and e.reason ~* :pattern))""").bind("customer", customer).bind("pattern", pattern).update();
        sql.of("""
                update contact_exception set reason = regexp_replace(reason, :pattern, '***', 'gi')
                where tenant_id = :tenant and customer_id = :customer and reason ~* :pattern""").bind("customer", customer).bind("pattern", pattern).update();
    }
}
