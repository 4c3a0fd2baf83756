package io.huikuan.sellthrough;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tenants with customers in the database, and people who act on their behalf. */
@ApplicationScoped
class StockWorld {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ActingAs actingAs;
    private final Sql sql;
    private final Queue<SellThroughChanged> news = new ConcurrentLinkedQueue<>();

    StockWorld(ActingAs actingAs, Sql sql) {
        this.actingAs = actingAs;
        this.sql = sql;
    }

    void hear(@Observes SellThroughChanged changed) {
        news.add(changed);
    }

    /** The customers whose change was told within this tenant, event by event. */
    List<Set<UUID>> newsOf(Actor actor) {
        return news.stream()
                .filter(changed -> changed.tenant().equals(actor.tenant()))
                .map(SellThroughChanged::customerIds)
                .toList();
    }

    /** A new tenant in CNY, acting for itself. */
    Actor tenant() {
        String code = "stock-" + UUID.randomUUID();
        Actor actor = Actor.system(Uuids.tenant(code), code, ZONE, "CNY");
        within(actor, () -> {
            sql.of("""
                    insert into tenant (tenant_id, code, name, time_zone, base_currency, created_at)
                    values (:tenant, :code, 'Demo', 'Asia/Shanghai', 'CNY', :now)""").bind("code", code).bind("now", Instant.now()).update();
            return sql.of("insert into tenant_settings (tenant_id) values (:tenant)")
                    .update();
        });
        return actor;
    }

    /** A person of the tenant. */
    Actor person(Actor tenant, Role role, Optional<UUID> customer) {
        UUID user = Uuids.next();
        within(
                tenant,
                () -> sql.of("""
                insert into app_user (tenant_id, id, subject, name, roles, created_at)
                values (:tenant, :id, :subject, 'Demo', array[:role], :now)""")
                        .bind("id", user)
                        .bind("subject", user.toString())
                        .bind("role", role)
                        .bind("now", Instant.now())
                        .update());
        return new Actor(
                tenant.tenant(),
                tenant.tenantCode(),
                ZONE,
                "CNY",
                Optional.of(user),
                Set.of(role),
                Optional.empty(),
                customer);
    }

    /** A customer of the tenant, owned by the rep or by nobody. */
    UUID customer(Actor tenant, Optional<UUID> owner) {
        UUID id = Uuids.next();
        within(
                tenant,
                () -> sql.of("""
                insert into customer (tenant_id, id, version, code, name, kind, status, owner_id, created_at)
                values (:tenant, :id, 1, :code, 'Demo Distributor', 'DISTRIBUTOR', 'ACTIVE', :owner, :now)""")
                        .bind("id", id)
                        .bind("code", id.toString())
                        .bind("owner", owner.orElse(null))
                        .bind("now", Instant.now())
                        .update());
        return id;
    }

    /** Does the work on the actor's behalf. */
    <T> T as(Actor actor, Supplier<T> work) {
        return actingAs.call(actor, work);
    }

    /** Does the work on the actor's behalf in one transaction. */
    <T> T within(Actor actor, Supplier<T> work) {
        return as(actor, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** Changes rows of the tenant. */
    void change(Actor actor, String statement) {
        within(actor, () -> sql.of(statement).update());
    }

    /** How many rows the condition of the statement finds. */
    long count(Actor actor, String statement) {
        return within(actor, () -> sql.of(statement).one(row -> row.longInteger("count")));
    }

    <T> List<T> list(Actor actor, String statement, Function<io.huikuan.kernel.sql.Row, T> mapping) {
        return within(actor, () -> sql.of(statement).list(mapping));
    }

    static NewDelivery delivery(UUID customer, String number, String day, NewDelivery.Line... lines) {
        return new NewDelivery(customer, number, LocalDate.parse(day), List.of(lines));
    }

    static NewDelivery.Line line(String sku, String quantity, String price) {
        return new NewDelivery.Line(
                sku,
                Optional.of("Product " + sku),
                new Decimal(quantity),
                new Money(Decimal.of(new BigDecimal(price)), "CNY"));
    }

    static NewSellOut report(UUID customer, String day, NewSellOut.Line... lines) {
        return new NewSellOut(customer, LocalDate.parse(day), List.of(lines));
    }

    static NewSellOut.Line sold(String sku, String units) {
        return new NewSellOut.Line(sku, Optional.of(new Decimal(units)), Optional.empty());
    }

    static NewSellOut.Line counted(String sku, String units) {
        return new NewSellOut.Line(sku, Optional.empty(), Optional.of(new Decimal(units)));
    }
}
