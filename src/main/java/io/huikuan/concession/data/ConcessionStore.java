package io.huikuan.concession.data;

import io.huikuan.concession.ConcessionKind;
import io.huikuan.concession.ConcessionStatus;
import io.huikuan.concession.ConcessionTerm;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Writes concessions. Whoever calls holds the customer's lock. */
@ApplicationScoped
public class ConcessionStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ConcessionStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** What a customer asks for, checked; worth and person may be null. */
    public record NewConcession(
            UUID id, UUID customer, ConcessionKind kind, String asked, Money worth, LocalDate askedOn, UUID person) {}

    /** Whether the person is one of the customer's. */
    public boolean isPersonOf(UUID customer, UUID person) {
        return sql.of("""
                select exists (
                    select from contact_person x
                    where x.tenant_id = :tenant and x.id = :person and x.customer_id = :customer and x.erased_at is null) as its""").bind("person", person).bind("customer", customer).one(row -> row.flag("its"));
    }

    /** Whose concession it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID concession) {
        return sql.of("select k.customer_id from concession k where k.tenant_id = :tenant and k.id = :id")
                .bind("id", concession)
                .first(row -> row.uuid("customer_id"));
    }

    /** Writes down what was asked for. */
    public void insert(NewConcession asked) {
        sql.of("""
                insert into concession (tenant_id, id, version, customer_id, status, kind, asked, worth, worth_currency, asked_on, asked_by,
                    recorded_at, recorded_by)
                values (:tenant, :id, 1, :customer, 'ASKED', :kind, :asked, :worth, :worth_currency, :asked_on, :person, :now, :by)""")
                .bind("id", asked.id())
                .bind("customer", asked.customer())
                .bind("kind", asked.kind())
                .bind("asked", asked.asked())
                .bind("worth", value(asked.worth()))
                .bind("worth_currency", currency(asked.worth()))
                .bind("asked_on", asked.askedOn())
                .bind("person", asked.person())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** Writes a further round of offers; false when there were as many as there may be. */
    public boolean offer(UUID concession, List<ConcessionTerm> terms, int mostRounds) {
        int offered = bound(sql.of("""
                with opened as (
                    update concession set status = 'OFFERED', version = version + 1, rounds = rounds + 1
                    where tenant_id = :tenant and id = :id and rounds < :most
                    returning rounds)
                insert into concession_offer (tenant_id, concession_id, round, step, kind, gives, worth, worth_currency, amount, currency, pay_by,
                    offered_at, offered_by)
                select :tenant, :id, o.rounds, t.step, t.kind, t.gives, t.worth, t.worth_currency, t.amount, :currency, t.pay_by, :now, :by
                from opened o
                cross join unnest(:kinds, :gives, :worths, :worth_currencies, :amounts, :days)
                    with ordinality t (kind, gives, worth, worth_currency, amount, pay_by, step)"""), terms)
                .bind("id", concession)
                .bind("most", mostRounds)
                .bind("currency", terms.get(0).amount().currency())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
        return offered > 0;
    }

    /** Whether a granted step of the customer waits for money in the currency. */
    public boolean waits(UUID customer, String currency) {
        return sql.of("""
                select exists (
                    select from concession_standing(:tenant, cast(:today as date)) st
                    where st.customer_id = :customer and st.currency = :currency and st.state = 'WAITING') as waits""")
                .bind("today", dates.today())
                .bind("customer", customer)
                .bind("currency", currency)
                .one(row -> row.flag("waits"));
    }

    /** From now on no money counts for what was granted to the customer in the currency before. */
    public void endOthers(UUID customer, String currency) {
        sql.of("""
                update concession set ended_on = :today, ended_at = :now, version = version + 1
                where tenant_id = :tenant and customer_id = :customer and currency = :currency and granted_on is not null and ended_on is null""")
                .bind("customer", customer)
                .bind("currency", currency)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .update();
    }

    /** Grants it on these terms. */
    public void grant(UUID concession, List<ConcessionTerm> terms, String note) {
        bound(sql.of("""
                with granted as (
                    update concession set status = 'GRANTED', version = version + 1, currency = :currency, granted_on = :today, granted_at = :now,
                        decided_at = :now, decided_by = :by, note = :note
                    where tenant_id = :tenant and id = :id
                    returning id)
                insert into concession_step (tenant_id, concession_id, step, kind, gives, worth, worth_currency, amount, pay_by)
                select :tenant, g.id, t.step, t.kind, t.gives, t.worth, t.worth_currency, t.amount, t.pay_by
                from granted g
                cross join unnest(:kinds, :gives, :worths, :worth_currencies, :amounts, :days)
                    with ordinality t (kind, gives, worth, worth_currency, amount, pay_by, step)"""), terms)
                .bind("id", concession)
                .bind("currency", terms.get(0).amount().currency())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("note", note)
                .bind("by", by())
                .update();
    }

    private static Statement bound(Statement statement, List<ConcessionTerm> terms) {
        return statement
                .names("kinds", Columns.of(terms, ConcessionTerm::kind))
                .texts("gives", Columns.of(terms, ConcessionTerm::gives))
                .numbers("worths", of(terms, ConcessionTerm::worth, ConcessionStore::value))
                .texts("worth_currencies", of(terms, ConcessionTerm::worth, ConcessionStore::currency))
                .numbers("amounts", of(terms, ConcessionTerm::amount, ConcessionStore::value))
                .dates("days", Columns.of(terms, ConcessionTerm::payBy));
    }

    private static <T> List<T> of(
            List<ConcessionTerm> terms, Function<ConcessionTerm, Money> money, Function<Money, T> part) {
        return Columns.of(terms, money.andThen(part));
    }

    private static BigDecimal value(Money moneyOrNull) {
        return moneyOrNull == null ? null : moneyOrNull.value();
    }

    private static String currency(Money moneyOrNull) {
        return moneyOrNull == null ? null : moneyOrNull.currency();
    }

    /** Declines or withdraws it; of a granted one no money counts any more. */
    public void end(UUID concession, ConcessionStatus status, String reason) {
        sql.of("""
                update concession set status = :status, version = version + 1, note = :reason, decided_at = :now, decided_by = :by,
                    ended_on = case when granted_on is not null then coalesce(ended_on, cast(:today as date)) end,
                    ended_at = case when granted_on is not null then coalesce(ended_at, cast(:now as timestamptz)) end
                where tenant_id = :tenant and id = :id""")
                .bind("id", concession)
                .bind("status", status)
                .bind("reason", reason)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** Writes down that a step was given. */
    public void fulfil(UUID concession, int step, String note) {
        sql.of("""
                with given as (
                    update concession_step set fulfilled_on = :today, fulfilled_at = :now, fulfilled_by = :by, fulfilment = :note
                    where tenant_id = :tenant and concession_id = :id and step = :step and fulfilled_on is null
                    returning concession_id)
                update concession k set version = k.version + 1 from given g where k.tenant_id = :tenant and k.id = g.concession_id""")
                .bind("id", concession)
                .bind("step", step)
                .bind("note", note)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    private UUID by() {
        return actor.get().user().orElse(null);
    }
}
