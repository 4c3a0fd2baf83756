package io.huikuan.dispute.data;

import io.huikuan.dispute.ChangeDispute;
import io.huikuan.dispute.CommentOnDispute;
import io.huikuan.dispute.DisputeDepartment;
import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.DisputeStatus;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Writes disputes, what is said about them, and what became of them. */
@ApplicationScoped
public class DisputeStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    DisputeStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /**
     * A document that may be disputed.
     *
     * @param open what is open of it
     * @param disputed what open disputes refuse of it
     */
    public record Target(
            UUID id, UUID customer, String currency, boolean creditNote, BigDecimal open, BigDecimal disputed) {

        /** What can still be disputed. */
        public BigDecimal free() {
            return open.subtract(disputed).max(BigDecimal.ZERO);
        }
    }

    /** A dispute whose values are checked. */
    public record NewDispute(
            UUID id,
            String number,
            UUID customer,
            UUID receivable,
            Money amount,
            DisputeReason reason,
            DisputeDepartment department,
            LocalDate deadline,
            String description) {}

    /** What became of a dispute; the accepted amount and the credit note are null where nothing was accepted. */
    public record Decision(DisputeStatus status, String answer, BigDecimal accepted, UUID creditNote) {}

    /** Whose document it is, by its id or number; empty when there is none. */
    public Optional<UUID> customerOf(Optional<UUID> id, String number) {
        return sql.of("""
                select r.customer_id from receivable r
                where r.tenant_id = :tenant and (r.id = :id or r.number = :number)""").bind("id", id.orElse(null)).bind("number", number).first(row -> row.uuid("customer_id"));
    }

    /** The document of the customer, whose row is locked. */
    public Optional<Target> target(UUID customer, Optional<UUID> id, String number) {
        return sql.of("""
                select r.id, r.currency, r.kind = 'CREDIT_NOTE' as credit_note,
                    (select coalesce(sum(o.open), 0) from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
                     where o.receivable_id = r.id) as open,
                    (select coalesce(sum(d.amount), 0) from dispute d
                     where d.tenant_id = :tenant and d.receivable_id = r.id and d.status = 'OPEN') as disputed
                from receivable r
                where r.tenant_id = :tenant and r.customer_id = :customer and (r.id = :id or r.number = :number)""")
                .bind("today", dates.today())
                .bind("customer", customer)
                .bind("id", id.orElse(null))
                .bind("number", number)
                .first(row -> new Target(
                        row.uuid("id"),
                        customer,
                        row.text("currency"),
                        row.flag("credit_note"),
                        row.number("open"),
                        row.number("disputed")));
    }

    /** Writes an open dispute. */
    public void insert(NewDispute dispute) {
        sql.of("""
                insert into dispute (tenant_id, id, version, customer_id, receivable_id, number, currency, amount, reason, department, deadline,
                    description, status, raised_on, raised_at, raised_by)
                values (:tenant, :id, 1, :customer, :receivable, :number, :currency, :amount, :reason, :department, :deadline,
                    :description, 'OPEN', :today, :now, :by)""")
                .bind("id", dispute.id())
                .bind("customer", dispute.customer())
                .bind("receivable", dispute.receivable())
                .bind("number", dispute.number())
                .bind("currency", dispute.amount().currency())
                .bind("amount", dispute.amount().value())
                .bind("reason", dispute.reason())
                .bind("department", dispute.department())
                .bind("deadline", dispute.deadline())
                .bind("description", dispute.description())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Whose dispute it is; empty when there is none. */
    public Optional<UUID> customerOfDispute(UUID dispute) {
        return sql.of("select d.customer_id from dispute d where d.tenant_id = :tenant and d.id = :id")
                .bind("id", dispute)
                .first(row -> row.uuid("customer_id"));
    }

    /** Changes an open dispute. */
    public void change(UUID dispute, ChangeDispute wish) {
        sql.of("""
                update dispute set version = version + 1, reason = coalesce(:reason, reason), department = coalesce(:department, department),
                    deadline = coalesce(:deadline, deadline)
                where tenant_id = :tenant and id = :id and status = 'OPEN'""")
                .bind("id", dispute)
                .bind("reason", wish.reason())
                .bind("department", wish.department())
                .bind("deadline", wish.deadline())
                .update();
    }

    /** Says what became of an open dispute, whose customer is locked. */
    public void decide(UUID dispute, Decision decision) {
        sql.of("""
                update dispute set version = version + 1, status = :status, decided_on = :today, decided_at = :now, decided_by = :by,
                    answer = :answer, accepted = :accepted, credit_note_id = :note
                where tenant_id = :tenant and id = :id and status = 'OPEN'""")
                .bind("id", dispute)
                .bind("status", decision.status())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .bind("answer", decision.answer())
                .bind("accepted", decision.accepted())
                .bind("note", decision.creditNote())
                .update();
    }

    /** Writes down what was said about a dispute of the customer. */
    public void comment(UUID customer, UUID dispute, CommentOnDispute wish) {
        sql.of("""
                insert into dispute_comment (tenant_id, id, dispute_id, customer_id, text, internal, written_at, written_by)
                values (:tenant, :id, :dispute, :customer, :text, :internal, :now, :by)""")
                .bind("id", Uuids.next())
                .bind("dispute", dispute)
                .bind("customer", customer)
                .bind("text", wish.text())
                .bind("internal", wish.internal())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }
}
