package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.Alert;
import io.huikuan.alert.AlertKeeper;
import io.huikuan.alert.AlertService;
import io.huikuan.customer.ContactPerson;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in whatever order, transactions that commit late included: a phone that asks now and then, by pages of any size, holds in
 * the end, and whenever it has asked to the end of a round, exactly what one holds that asks for everything.
 */
@QuarkusTest
class FollowingPhonesTest {

    private static final int STEPS = 45;
    private static final int CUSTOMERS = 5;
    private static final int MOST_OPEN = 3;

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    PhoneWorld world;

    @Inject
    Client client;

    @Inject
    AlertKeeper keeper;

    @Inject
    AlertService alerts;

    @Inject
    Sql sql;

    private Random chance;
    private Actor tenant;
    private Actor finance;
    private LocalDate today;
    private List<Actor> reps;

    /** Whom alerts are given to, and whose right to sign in comes and goes. */
    private Actor helper;

    private Map<Actor, Phone> phones;
    private List<UUID> customers;

    /** Transactions that are still open, by the customer whose row they hold. */
    private final Map<UUID, OpenTransaction> open = new HashMap<>();

    private int documents;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_phone_that_follows_holds_what_a_fresh_one_holds(long seed) throws InterruptedException {
        begin(seed);
        for (int step = 0; step < STEPS; step++) {
            if (open.size() < MOST_OPEN && chance.nextInt(4) == 0) {
                UUID held = any(customers);
                if (!open.containsKey(held)) {
                    open.put(held, new OpenTransaction(tenancy, finance, () -> act(held)));
                }
            } else if (!open.isEmpty() && chance.nextInt(5) == 0) {
                open.remove(any(List.copyOf(open.keySet()))).commit();
            } else {
                actOnAny();
            }
            askSometimes();
            if (step % 15 == 14) {
                agree();
            }
        }
        for (OpenTransaction last : open.values()) {
            last.commit();
        }
        agree();
    }

    private void begin(long seed) {
        chance = new Random(seed);
        tenant = tenancy.tenant("Asia/Shanghai");
        today = tenancy.today(tenant);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        reps = List.of(tenancy.user(tenant, Role.REP, null), tenancy.user(tenant, Role.REP, null));
        phones = new HashMap<>();
        phones.put(finance, new Phone(client, finance));
        helper = tenancy.user(tenant, Role.MANAGER, null);
        Actor manager = tenancy.user(tenant, Role.MANAGER, "East");
        phones.put(manager, new Phone(client, manager));
        reps.forEach(rep -> phones.put(rep, new Phone(client, rep)));
        customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(tenancy.customer(tenant, any(reps).user().orElseThrow(), i % 2 == 0 ? "East" : "West"));
        }
    }

    private void actOnAny() {
        UUID customer = any(customers);
        if (chance.nextInt(8) == 0) {
            world.activate(finance, helper, chance.nextBoolean());
        } else if (chance.nextInt(8) == 0 && open.isEmpty()) {
            tenancy.run(tenant, () -> keeper.judgeInstallments(today));
        } else if (open.containsKey(customer)) {
            // Its row is held; what does not need it goes on.
            world.contact(finance, customer, null, "Called " + documents++ + ".");
        } else {
            act(customer);
        }
    }

    /** Something that happens to one customer. */
    private void act(UUID customer) {
        switch (chance.nextInt(16)) {
            case 0, 1 -> issue(customer);
            case 2, 3 -> books.pay(finance, customer, amount(), today.toString());
            case 4 -> reverse(customer);
            case 5 -> plan(customer);
            case 14 -> unapply(customer);
            case 15 -> reduce(customer);
            case 6 ->
                world.handOver(
                        finance,
                        customer,
                        chance.nextInt(4) == 0 ? null : any(reps).user().orElseThrow());
            case 7 -> world.move(finance, customer, chance.nextBoolean() ? "East" : "West");
            case 8 -> world.rename(finance, customer, "Demo " + documents++);
            case 9 -> person(customer);
            case 10 -> world.contact(finance, customer, null, "Called " + documents++ + ".");
            case 11 -> world.deliver(finance, customer, 10 + chance.nextInt(90), chance.nextInt(9));
            case 12 -> world.count(finance, customer, chance.nextInt(20), chance.nextInt(9));
            default -> handleAlert(customer);
        }
    }

    private void issue(UUID customer) {
        if (chance.nextBoolean()) {
            books.issue(
                    finance,
                    customer,
                    "R" + documents++,
                    amount(),
                    today.plusDays(chance.nextInt(20)).toString());
        } else {
            LocalDate due = today.minusDays(chance.nextInt(30));
            String amount = amount();
            tenancy.within(finance, () -> tenancy.issueWithin(customer, amount, today.minusDays(60), due));
        }
    }

    private void reverse(UUID customer) {
        first(
                        customer,
                        "select id from payment where tenant_id = :tenant and customer_id = :customer and reversed_on is null")
                .ifPresent(payment -> books.reverse(finance, payment, today.toString()));
    }

    private void unapply(UUID customer) {
        first(
                        customer,
                        "select id from payment where tenant_id = :tenant and customer_id = :customer and unapplied < amount and reversed_on is null")
                .ifPresent(payment -> books.unapply(finance, payment, today.toString()));
    }

    private void reduce(UUID customer) {
        if (chance.nextBoolean()) {
            first(
                            customer,
                            "select id from receivable where tenant_id = :tenant and customer_id = :customer and kind = 'INVOICE'")
                    .ifPresent(invoice -> books.credit(finance, invoice, "C" + documents++, "0.01", today.toString()));
        } else {
            first(
                            customer,
                            "select receivable_id as id from share where tenant_id = :tenant and customer_id = :customer and own_terms and open > 0")
                    .ifPresent(invoice -> books.writeOff(finance, invoice, "0.01", today.toString()));
        }
    }

    private Optional<UUID> first(UUID customer, String ids) {
        return tenancy.within(
                finance,
                () -> sql.of(ids + " order by id limit 1")
                        .bind("customer", customer)
                        .first(row -> row.uuid("id")));
    }

    private void plan(UUID customer) {
        UUID invoice = books.issue(
                finance,
                customer,
                "P" + documents++,
                "200.00",
                today.plusDays(20).toString());
        UUID plan = books.plan(
                tenancy.user(tenant, Role.ADMIN, null),
                finance,
                customer,
                List.of(invoice),
                List.of(today.plusDays(5), today.plusDays(35)),
                List.of(new BigDecimal("80.00"), new BigDecimal("120.00")));
        if (chance.nextInt(3) == 0) {
            books.cancel(finance, plan);
        }
    }

    private void person(UUID customer) {
        ContactPerson person = world.person(finance, customer, "Demo Person");
        world.contact(finance, customer, person.id(), "Demo Person was in.");
        if (chance.nextBoolean()) {
            world.erase(finance, person);
        }
    }

    private void handleAlert(UUID customer) {
        first(
                        customer,
                        "select id from alert where tenant_id = :tenant and customer_id = :customer and status <> 'RESOLVED'")
                .map(id -> NodeId.of(NodeKind.ALERT, id))
                .ifPresent(this::handle);
    }

    /** A person takes one up, resolves it, or gives it to somebody, who may lose his rights. */
    private void handle(String alert) {
        Supplier<Outcome<Alert>> useCase = switch (chance.nextInt(4)) {
            case 0 -> () -> alerts.acknowledge(new AlertService.Acknowledge(null, alert));
            case 1 -> () -> alerts.resolve(new AlertService.Resolve(null, alert, "Spoken to."));
            default -> {
                Actor somebody = chance.nextBoolean() && helps() ? helper : finance;
                String id = NodeId.of(NodeKind.USER, somebody.user().orElseThrow());
                yield () -> alerts.assign(new AlertService.Assign(null, alert, id));
            }
        };
        assertThat(tenancy.outcome(finance, useCase).errors()).isEmpty();
    }

    private boolean helps() {
        return tenancy.within(
                finance,
                () -> sql.of("select active from app_user where tenant_id = :tenant and id = :id")
                        .bind("id", helper.user().orElseThrow())
                        .one(row -> row.flag("active")));
    }

    private void askSometimes() {
        phones.values().forEach(phone -> {
            if (chance.nextInt(3) == 0) {
                phone.page(1 + chance.nextInt(12));
            }
        });
    }

    /** Twice, since a round that was under way ends with what was when it began. */
    private void agree() {
        phones.forEach((user, phone) -> assertThat(phone.sync(10).sync(25).holds())
                .as("of %s", user.roles())
                .isEqualTo(Phone.fresh(client, user)));
    }

    private String amount() {
        return (1 + chance.nextInt(300)) + ".00";
    }

    private <T> T any(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }
}
