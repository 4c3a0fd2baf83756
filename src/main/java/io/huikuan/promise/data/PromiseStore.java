package io.huikuan.promise.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.promise.domain.PromiseWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes promises, and brings their statuses in line with the ledger. */
@ApplicationScoped
public class PromiseStore {

    /**
     * Statuses become what {@code promise_standing} says, and receivables are promised or free again with them. {@code {which}} are those that are looked at,
     * {@code {unseen}} what must hold of a row when it is written. Each is judged by itself ({@code offset 0}), so that the work grows with their number. A row that was changed after this statement began to look is left alone: who changed it has seen
     * more of it.
     */
    private static final String FOLLOW = """
            with looked_at as materialized (
                select p.id, p.version, p.confirmed_at is not null as confirmed from promise p
                where p.tenant_id = :tenant and p.cancelled_at is null and {which}),
            judged as materialized (
                select l.id, l.version, l.confirmed, s.state
                from looked_at l
                cross join lateral (
                    select st.state from promise p
                    join promise_standing(:tenant, cast(:today as date)) st on st.promise_id = p.id
                    where p.tenant_id = :tenant and p.id = l.id and p.version = l.version
                    offset 0) s),
            moved as (
                update promise p
                set status = j.state, version = p.version + 1,
                    decided_on = case when j.state in ('PROPOSED', 'OPEN') then null else cast(:today as date) end,
                    reason = case when j.state <> 'CANCELLED' then null
                        when j.confirmed then 'Nothing was left of it that could be paid.'
                        else 'Nobody confirmed it in time.' end
                from judged j
                where p.tenant_id = :tenant and p.id = j.id and p.status <> j.state {unseen}
                returning p.id, p.status in ('PROPOSED', 'OPEN') as live),
            items as (
                update promise_item i set live = m.live
                from moved m
                where i.tenant_id = :tenant and i.promise_id = m.id and i.live <> m.live)
            select (select count(*) from judged) as examined, (select count(*) from moved) as moved
            """;

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    PromiseStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A receivable that a promise may cover, with what is open of it. */
    public record Item(UUID id, String number, String currency, boolean creditNote, BigDecimal open) {}

    /** Under what terms a promise may be kept, as the tenant has them now. */
    public record Tolerance(int days, BigDecimal threshold) {}

    /**
     * A promise whose values are checked.
     *
     * @param agreed whether it counts at once; else it waits for somebody to confirm it
     */
    public record NewPromise(
            UUID id,
            UUID customer,
            UUID plan,
            Set<UUID> receivables,
            Money amount,
            LocalDate promisedFor,
            PromiseWindow window,
            Tolerance tolerance,
            UUID contactPerson,
            String note,
            boolean agreed) {

        public NewPromise {
            receivables = Set.copyOf(receivables);
        }
    }

    /** The customer's documents with these ids or numbers. */
    public List<Item> items(UUID customer, Collection<UUID> ids, Collection<String> numbers) {
        return sql.of("""
                select r.id, r.number, r.currency, r.kind = 'CREDIT_NOTE' as credit_note,
                    (select coalesce(sum(o.open), 0) from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
                     where o.receivable_id = r.id) as open
                from receivable r
                where r.tenant_id = :tenant and r.customer_id = :customer and (r.id = any(:ids) or r.number = any(:numbers))""")
                .bind("today", dates.today())
                .bind("customer", customer)
                .uuids("ids", ids)
                .texts("numbers", numbers)
                .list(row -> new Item(
                        row.uuid("id"),
                        row.text("number"),
                        row.text("currency"),
                        row.flag("credit_note"),
                        row.number("open")));
    }

    /** The customer's receivables that the plan was made for. */
    public List<UUID> receivablesOf(UUID customer, UUID plan) {
        return sql.of("""
                select pr.receivable_id from plan_receivable pr
                join payment_plan p on p.tenant_id = :tenant and p.id = pr.plan_id and p.customer_id = :customer and p.status = 'ACTIVE'
                where pr.tenant_id = :tenant and pr.plan_id = :plan""").bind("customer", customer).bind("plan", plan).list(row -> row.uuid("receivable_id"));
    }

    /** Those of the receivables for which a promise is proposed or open. */
    public List<UUID> promised(Collection<UUID> receivables) {
        return sql.of("""
                select i.receivable_id from promise_item i
                where i.tenant_id = :tenant and i.live and i.receivable_id = any(:ids)""").uuids("ids", receivables).list(row -> row.uuid("receivable_id"));
    }

    /** Whether the person is one of the customer's. */
    public boolean isPersonOf(UUID customer, UUID person) {
        return sql.of("""
                select exists (
                    select from contact_person x
                    where x.tenant_id = :tenant and x.id = :person and x.customer_id = :customer and x.erased_at is null) as its""").bind("person", person).bind("customer", customer).one(row -> row.flag("its"));
    }

    /** Writes a promise, for which money counts that is recorded from now on. */
    public void insert(NewPromise promise) {
        sql.of("""
                insert into promise (tenant_id, id, version, customer_id, plan_id, currency, amount, given_on, promised_for, window_end,
                    tolerance_days, threshold, counts_from, promised_by, note, status, recorded_at, recorded_by, confirmed_at, agreed_by)
                values (:tenant, :id, 1, :customer, :plan, :currency, :amount, :given, :promised_for, :window_end,
                    :tolerance, :threshold, cast(:now as timestamptz),
                    :person, :note, case when :agreed then 'OPEN' else 'PROPOSED' end, :now, :by,
                    case when :agreed then cast(:now as timestamptz) end, case when :agreed then cast(:by as uuid) end)""")
                .bind("id", promise.id())
                .bind("customer", promise.customer())
                .bind("plan", promise.plan())
                .bind("currency", promise.amount().currency())
                .bind("amount", promise.amount().value())
                .bind("given", promise.window().first())
                .bind("promised_for", promise.promisedFor())
                .bind("window_end", promise.window().last())
                .bind("tolerance", promise.tolerance().days())
                .bind("threshold", promise.tolerance().threshold())
                .bind("person", promise.contactPerson())
                .bind("note", promise.note())
                .bind("agreed", promise.agreed())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
        sql.of("""
                insert into promise_item (tenant_id, promise_id, receivable_id, live)
                select :tenant, :id, r.id, true from unnest(:receivables) r (id)""")
                .bind("id", promise.id())
                .uuids("receivables", promise.receivables())
                .update();
    }

    /** Whose promise it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID promise) {
        return sql.of("select p.customer_id from promise p where p.tenant_id = :tenant and p.id = :id")
                .bind("id", promise)
                .first(row -> row.uuid("customer_id"));
    }

    /** Makes a proposed promise one to count on, agreed by the actor. */
    public void confirm(UUID promise) {
        sql.of("""
                update promise set status = 'OPEN', version = version + 1, confirmed_at = :now, agreed_by = :by
                where tenant_id = :tenant and id = :id and status = 'PROPOSED'""")
                .bind("id", promise)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Cancels a promise that is proposed or open; its receivables are free again. */
    public void cancel(UUID promise, String reason) {
        sql.of("""
                with cancelled as (
                    update promise set status = 'CANCELLED', version = version + 1, decided_on = :today, cancelled_at = :now,
                        cancelled_by = :by, reason = :reason
                    where tenant_id = :tenant and id = :id and status in ('PROPOSED', 'OPEN')
                    returning id)
                update promise_item i set live = false from cancelled c where i.tenant_id = :tenant and i.promise_id = c.id""")
                .bind("id", promise)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .bind("reason", reason)
                .update();
    }

    /** Brings these customers' promises in line; their rows are locked, so all their money is seen. */
    public void follow(Collection<UUID> customers) {
        sql.of(FOLLOW.replace("{which}", "p.customer_id = any(:customers)").replace("{unseen}", ""))
                .bind("today", dates.today())
                .uuids("customers", customers)
                .one(row -> true);
    }

    /** How many promises were looked at, and how many got another status. */
    public record Followed(int examined, int moved) {}

    /**
     * Brings all proposed and open promises of the tenant in line. One that somebody is working on at the moment is left to him: he sees money that this
     * statement does not.
     */
    public Followed followAll() {
        sql.overManyRows();
        String which = "p.status in ('PROPOSED', 'OPEN') for update skip locked";
        return sql.of(FOLLOW.replace("{which}", which).replace("{unseen}", "and p.version = j.version"))
                .bind("today", dates.today())
                .one(row -> new Followed(row.integer("examined"), row.integer("moved")));
    }
}
