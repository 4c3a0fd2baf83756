package io.huikuan.payprocess.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes the ways on which customers pay, and where claims are. The customers are locked by the caller. */
@ApplicationScoped
public class ProcessStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ProcessStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A step whose values are checked; who does it and how long it takes may be null. */
    public record Step(int number, String name, UUID person, Integer usualDays) {}

    /** The numbers that steps of the customer ever had, each with whether it is a step still. */
    public Map<Integer, Boolean> numbers(UUID customer) {
        return sql.of("""
                select s.number, s.position is not null as there from payment_step s
                where s.tenant_id = :tenant and s.customer_id = :customer""").bind("customer", customer).map(row -> row.integer("number"), row -> row.flag("there"));
    }

    /** Those of the persons that are the customer's and were not erased. */
    public Set<UUID> persons(UUID customer, List<UUID> ids) {
        return Set.copyOf(
                sql.of("""
                select p.id from contact_person p
                where p.tenant_id = :tenant and p.customer_id = :customer and p.id = any(:ids) and p.erased_at is null""").bind("customer", customer).uuids("ids", ids).list(row -> row.uuid("id")));
    }

    /** Puts the steps, in their order, in the place of those before; what is left out is no step any more. */
    public void save(UUID customer, int version, List<Step> steps) {
        sql.of("""
                insert into payment_process (tenant_id, customer_id, version, changed_at, changed_by)
                values (:tenant, :customer, :version, :now, :by)
                on conflict (tenant_id, customer_id) do update set version = :version, changed_at = :now, changed_by = :by""")
                .bind("customer", customer)
                .bind("version", version)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
        sql.of("update payment_step set position = null where tenant_id = :tenant and customer_id = :customer")
                .bind("customer", customer)
                .update();
        sql.of("""
                insert into payment_step (tenant_id, customer_id, number, position, name, person_id, usual_days)
                select :tenant, :customer, n.number, n.position, n.name, n.person_id, n.usual_days
                from unnest(:numbers, :positions, :names, :persons, :days) n (number, position, name, person_id, usual_days)
                on conflict (tenant_id, customer_id, number) do update
                set position = excluded.position, name = excluded.name, person_id = excluded.person_id, usual_days = excluded.usual_days""")
                .bind("customer", customer)
                .integers("numbers", steps.stream().map(Step::number).toList())
                .integers(
                        "positions",
                        IntStream.rangeClosed(1, steps.size()).boxed().toList())
                .texts("names", steps.stream().map(Step::name).toList())
                .uuids("persons", Columns.of(steps, Step::person))
                .integers("days", Columns.of(steps, Step::usualDays))
                .update();
    }

    /** Says where a claim is from the business date on; null: it is through. */
    public void move(UUID receivable, UUID customer, Integer step, String note) {
        sql.of("""
                insert into claim_step (tenant_id, receivable_id, number, customer_id, step_number, since, note, recorded_at, recorded_by)
                select :tenant, :receivable, coalesce(max(c.number), 0) + 1, :customer, :step, cast(:today as date), :note, :now, :by
                from claim_step c where c.tenant_id = :tenant and c.receivable_id = :receivable""")
                .bind("receivable", receivable)
                .bind("customer", customer)
                .bind("step", step)
                .bind("note", note)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }
}
