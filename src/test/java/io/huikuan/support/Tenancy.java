package io.huikuan.support;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Ledger;
import io.huikuan.ledger.LedgerEntryKind;
import io.huikuan.ledger.NewEntry;
import io.huikuan.ledger.NewReceivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.ledger.domain.Reduction;
import io.huikuan.ledger.domain.ShareBook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Lays tenants, users, customers and debts for tests, straight into the tables or through the ledger. Every tenant is a new one. */
@ApplicationScoped
public class Tenancy {

    private final Sql sql;
    private final ActingAs actingAs;
    private final BusinessDates dates;
    private final Ledger ledger;

    Tenancy(Sql sql, ActingAs actingAs, BusinessDates dates, Ledger ledger) {
        this.sql = sql;
        this.actingAs = actingAs;
        this.dates = dates;
        this.ledger = ledger;
    }

    /** A new tenant with default settings, acting for itself. */
    public Actor tenant(String zone) {
        String code = "T" + Uuids.next();
        Actor actor = Actor.system(Uuids.tenant(code), code, ZoneId.of(zone), "CNY");
        run(actor, () -> {
            sql.of("insert into tenant (tenant_id, code, name, time_zone, base_currency, created_at)"
                            + " values (:tenant, :code, :code, :zone, 'CNY', :now)")
                    .bind("code", code)
                    .bind("zone", zone)
                    .bind("now", dates.now())
                    .update();
            sql.of("insert into tenant_settings (tenant_id) values (:tenant)").update();
        });
        return actor;
    }

    /** A new user; the actor that he is. */
    public Actor user(Actor tenant, Role role, String region) {
        UUID id = Uuids.next();
        run(
                tenant,
                () -> sql.of("insert into app_user (tenant_id, id, subject, name, roles, region, active, created_at)"
                                + " values (:tenant, :id, :subject, :subject, :roles, :region, true, :now)")
                        .bind("id", id)
                        .bind("subject", "user " + id)
                        .names("roles", Set.of(role))
                        .bind("region", region)
                        .bind("now", dates.now())
                        .update());
        return new Actor(
                tenant.tenant(),
                tenant.tenantCode(),
                tenant.zone(),
                tenant.baseCurrency(),
                Optional.of(id),
                Set.of(role),
                Optional.ofNullable(region),
                Optional.empty());
    }

    /** A person of the customer, who comes into being with the first token. */
    public Actor partner(Actor tenant, UUID customer) {
        return new Actor(
                tenant.tenant(),
                tenant.tenantCode(),
                tenant.zone(),
                tenant.baseCurrency(),
                Optional.of(Uuids.next()),
                Set.of(Role.PARTNER),
                Optional.empty(),
                Optional.of(customer));
    }

    /** A new customer; owner and region may be null. */
    public UUID customer(Actor tenant, UUID owner, String region) {
        UUID id = Uuids.next();
        run(
                tenant,
                () -> sql.of(
                                "insert into customer (tenant_id, id, version, code, name, kind, status, region, owner_id, created_at)"
                                        + " values (:tenant, :id, 1, :code, 'Demo Distributor', 'DISTRIBUTOR', 'ACTIVE', :region, :owner, :now)")
                        .bind("id", id)
                        .bind("code", "C" + id)
                        .bind("region", region)
                        .bind("owner", owner)
                        .bind("now", dates.now())
                        .update());
        return id;
    }

    /** A file that belongs to a contact record. */
    public UUID attachment(Actor user, UUID contactRecord) {
        UUID id = Uuids.next();
        run(
                user,
                () -> sql.of(
                                "insert into attachment (tenant_id, id, contact_record_id, name, content_type, size, sha256,"
                                        + " uploaded_by, uploaded_at) values (:tenant, :id, :record, 'x.pdf', 'application/pdf', 9,"
                                        + " :sha256, :actor_user, :now)")
                        .bind("id", id)
                        .bind("record", contactRecord)
                        .bind("sha256", Sha256.of(id.toString()))
                        .bind("now", dates.now())
                        .update());
        return id;
    }

    /** An open task to call the customer, from the first step of the strategy's draft. */
    public UUID collectionTask(Actor tenant, UUID customer, UUID strategy) {
        UUID id = Uuids.next();
        run(
                tenant,
                () -> sql.of(
                                "insert into strategy_action (tenant_id, id, version, customer_id, strategy_id, number, position, channel, oldest_due,"
                                        + " planned_on, passed_over, made_on, made_at, status, due_on, attempts)"
                                        + " values (:tenant, :id, 1, :customer, :strategy, 1, 1, 'PHONE_TASK', :today, :today, '{}', :today, :now,"
                                        + " 'OPEN', :today, 0)")
                        .bind("id", id)
                        .bind("customer", customer)
                        .bind("strategy", strategy)
                        .bind("today", dates.today())
                        .bind("now", dates.now())
                        .update());
        return id;
    }

    /** The record of an import that changed nothing. */
    public UUID importRun(Actor tenant) {
        UUID id = Uuids.next();
        run(
                tenant,
                () -> sql.of("insert into import_run (tenant_id, id, kind, dry_run, status, started_at, finished_at)"
                                + " values (:tenant, :id, 'customers', true, 'SUCCEEDED', :now, :now)")
                        .bind("id", id)
                        .bind("now", dates.now())
                        .update());
        return id;
    }

    /** Issues an invoice in CNY with one row for each due date, each of the amount. */
    public UUID invoice(Actor actor, UUID customer, String amount, LocalDate issued, LocalDate... due) {
        NewReceivable invoice = draft(customer, amount, issued, due);
        run(actor, () -> issue(invoice));
        return invoice.id();
    }

    /** The same within a transaction that is under way. */
    public UUID issueWithin(UUID customer, String amount, LocalDate issued, LocalDate... due) {
        NewReceivable invoice = draft(customer, amount, issued, due);
        issue(invoice);
        return invoice.id();
    }

    private void issue(NewReceivable invoice) {
        if (ledger.issue(List.of(invoice)) instanceof Outcome.Refused<?> refused) {
            throw new IllegalStateException(refused.errors().toString());
        }
    }

    private static NewReceivable draft(UUID customer, String amount, LocalDate issued, LocalDate... due) {
        UUID id = Uuids.next();
        BigDecimal each = new BigDecimal(amount);
        List<DatedAmount> rows = java.util.Arrays.stream(due)
                .map(date -> new DatedAmount(date, Money.of(each, "CNY")))
                .toList();
        return new NewReceivable(
                id,
                customer,
                "INV-" + id,
                ReceivableKind.INVOICE,
                issued,
                Money.of(each.multiply(BigDecimal.valueOf(due.length)), "CNY"),
                rows,
                null,
                null,
                null);
    }

    /** Pays so much of an invoice, without a payment document. */
    public void pay(Actor actor, UUID customer, UUID invoice, String amount, LocalDate on) {
        run(actor, () -> {
            ShareBook.Entries entries = ledger.book(Map.of(customer, on)).begin();
            entries.take(share -> share.receivableId().equals(invoice), new BigDecimal(amount));
            Collection<Reduction> reductions = entries.reductions();
            ledger.reduce(reductions.stream()
                    .map(reduction ->
                            new NewEntry(customer, LedgerEntryKind.ALLOCATED, on, reduction, null, null, null))
                    .toList());
        });
    }

    /** Takes all that was paid of an invoice back, as a bounced payment does. */
    public void reverse(Actor actor, UUID invoice, LocalDate on) {
        run(
                actor,
                () -> ledger.undo(ledger.live(invoice, LedgerEntryKind.ALLOCATED).stream()
                        .map(entry ->
                                new Ledger.Undo(entry.id(), LedgerEntryKind.REVERSED, on, "The bank returned it."))
                        .toList()));
    }

    /** The actor's business date. */
    public LocalDate today(Actor actor) {
        return actingAs.call(actor, dates::today);
    }

    /** Calls a use case, which has its own transaction, as the actor. */
    public <T> Outcome<T> outcome(Actor actor, Supplier<Outcome<T>> useCase) {
        return actingAs.call(actor, useCase);
    }

    /** Does the work as the actor in a transaction of its own. */
    public <T> T call(Actor actor, Supplier<T> work) {
        return actingAs.call(actor, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** Does the work as the actor in the transaction that is under way, or else in one of its own. */
    public <T> T within(Actor actor, Supplier<T> work) {
        return actingAs.call(actor, () -> QuarkusTransaction.joiningExisting().call(work::get));
    }

    /** Does the work as the actor; its transactions are its own. */
    public <T> T callOutside(Actor actor, Supplier<T> work) {
        return actingAs.call(actor, work);
    }

    /** As {@link #call}, without an answer. */
    public void run(Actor actor, Runnable work) {
        actingAs.run(actor, () -> QuarkusTransaction.requiringNew().run(work));
    }
}
