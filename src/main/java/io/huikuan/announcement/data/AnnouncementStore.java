package io.huikuan.announcement.data;

import io.huikuan.announcement.PaymentAnnouncementStatus;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes announced payments and what became of them. */
@ApplicationScoped
public class AnnouncementStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    AnnouncementStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** An announcement whose values are checked. */
    public record NewAnnouncement(
            UUID id, UUID customer, Money amount, LocalDate paidOn, String reference, Collection<UUID> receivables) {

        public NewAnnouncement {
            receivables = List.copyOf(receivables);
        }
    }

    /** A document of the customer that an announcement names. */
    public record Named(UUID id, String number, String currency, boolean creditNote) {}

    /** What became of an announcement; the payment and the reason are null where there is none. */
    public record Decision(PaymentAnnouncementStatus status, UUID payment, String reason) {}

    /** Writes an open announcement. */
    public void insert(NewAnnouncement announcement) {
        sql.of("""
                insert into payment_announcement (tenant_id, id, customer_id, currency, amount, paid_on, reference, status, announced_on,
                    announced_at, announced_by)
                values (:tenant, :id, :customer, :currency, :amount, :paid_on, :reference, 'ANNOUNCED', :today, :now, :by)""")
                .bind("id", announcement.id())
                .bind("customer", announcement.customer())
                .bind("currency", announcement.amount().currency())
                .bind("amount", announcement.amount().value())
                .bind("paid_on", announcement.paidOn())
                .bind("reference", announcement.reference())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElseThrow())
                .update();
        if (!announcement.receivables().isEmpty()) {
            sql.of("""
                    insert into payment_announcement_receivable (tenant_id, announcement_id, receivable_id)
                    select :tenant, :id, r.id from unnest(:receivables) r (id)""")
                    .bind("id", announcement.id())
                    .uuids("receivables", announcement.receivables())
                    .update();
        }
    }

    /** The customer's documents with these ids or numbers. */
    public List<Named> named(UUID customer, Collection<UUID> ids, Collection<String> numbers) {
        return sql.of("""
                select r.id, r.number, r.currency, r.kind = 'CREDIT_NOTE' as credit_note from receivable r
                where r.tenant_id = :tenant and r.customer_id = :customer and (r.id = any(:ids) or r.number = any(:numbers))""")
                .bind("customer", customer)
                .uuids("ids", ids)
                .texts("numbers", numbers)
                .list(row ->
                        new Named(row.uuid("id"), row.text("number"), row.text("currency"), row.flag("credit_note")));
    }

    /** How many announcements of the customer are open. */
    public int open(UUID customer) {
        return sql.of("""
                select count(*) as open from payment_announcement a
                where a.tenant_id = :tenant and a.customer_id = :customer and a.status = 'ANNOUNCED'""").bind("customer", customer).one(row -> row.integer("open"));
    }

    /** Whose announcement it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID announcement) {
        return sql.of("select a.customer_id from payment_announcement a where a.tenant_id = :tenant and a.id = :id")
                .bind("id", announcement)
                .first(row -> row.uuid("customer_id"));
    }

    /** Says what became of an open announcement, whose customer is locked. */
    public void decide(UUID announcement, Decision decision) {
        sql.of("""
                update payment_announcement set status = :status, payment_id = :payment, reason = :reason, decided_on = :today,
                    decided_at = :now, decided_by = :by
                where tenant_id = :tenant and id = :id and status = 'ANNOUNCED'""")
                .bind("id", announcement)
                .bind("status", decision.status())
                .bind("payment", decision.payment())
                .bind("reason", decision.reason())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElseThrow())
                .update();
    }
}
