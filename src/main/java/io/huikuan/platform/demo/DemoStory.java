package io.huikuan.platform.demo;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.ContactRecords;
import io.huikuan.contact.Direction;
import io.huikuan.contact.NewContact;
import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersonWish;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerService;
import io.huikuan.customer.DecisionRole;
import io.huikuan.customer.NewCustomer;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.ledger.IssueReceivable;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.payment.PaymentMethod;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import io.huikuan.plan.DecidePaymentPlan;
import io.huikuan.plan.Frequency;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlanService;
import io.huikuan.plan.ProposePaymentPlan;
import io.huikuan.plan.domain.EqualInstallments;
import io.huikuan.platform.demo.DemoTenant.Player;
import io.huikuan.sellthrough.NewDelivery;
import io.huikuan.sellthrough.NewSellOut;
import io.huikuan.sellthrough.SellThroughService;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.TermInstallment;
import io.huikuan.tenant.domain.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * What happened in the demo tenant up to today: twelve distributors in two regions, half a year of invoices and payments, some of them late, a plan
 * that runs and one that waits for approval, promises to pay, deliveries and sell-out, and who was spoken to. The same on every day, but for the dates.
 */
@ApplicationScoped
class DemoStory {

    private static final int DISTRIBUTORS = 12;
    private static final long SEED = 2026;
    private static final CreditGrade[] GRADES = CreditGrade.values();

    private final CustomerService customers;
    private final ContactPersons persons;
    private final ContactRecords contacts;
    private final ReceivableService receivables;
    private final PaymentService payments;
    private final PaymentPlanService plans;
    private final SellThroughService sellThrough;
    private final DemoPromises promises;
    private final Clock clock;

    DemoStory(
            CustomerService customers,
            ContactPersons persons,
            ContactRecords contacts,
            ReceivableService receivables,
            PaymentService payments,
            PaymentPlanService plans,
            SellThroughService sellThrough,
            DemoPromises promises,
            Clock clock) {
        this.customers = customers;
        this.persons = persons;
        this.contacts = contacts;
        this.receivables = receivables;
        this.payments = payments;
        this.plans = plans;
        this.sellThrough = sellThrough;
        this.promises = promises;
        this.clock = clock;
    }

    /** Who acts. */
    record Players(Player finance, Player repEast, Player repWest) {

        Player repOf(int distributor) {
            return distributor % 2 == 1 ? repEast : repWest;
        }
    }

    private record Scene(Players players, LocalDate today, Random chance) {

        BigDecimal amount(int least, int most) {
            return BigDecimal.valueOf(least * 100L + chance.nextInt((most - least) * 100), 2);
        }
    }

    void tell(Players players) {
        ZoneId zone = players.finance().actor().zone();
        Scene scene = new Scene(players, LocalDate.ofInstant(clock.instant(), zone), new Random(SEED));
        for (int n = 1; n <= DISTRIBUTORS; n++) {
            Customer customer = enter(scene, n);
            List<Receivable> open = trade(scene, customer, n);
            speak(scene, customer, n);
            if (n == 2 || n == 5) {
                agreeOnPlan(scene, customer, open, n);
            }
            if (n % 3 == 1) {
                stock(scene, customer, n);
            }
            if (n % 3 == 0) {
                promises.give(scene.players().repOf(n), customer, scene.today().plusDays(n - 3L));
            }
        }
    }

    private Customer enter(Scene scene, int n) {
        String region = n % 2 == 1 ? DemoCast.EAST : DemoCast.WEST;
        List<TermInstallment> terms = n % 4 == 3 ? List.of(new TermInstallment(new Decimal("1"), 60, false)) : null;
        CustomerDetails details = new CustomerDetails(
                String.format(Locale.ROOT, "示例经销商%02d Demo Distributor %02d", n, n),
                String.format(Locale.ROOT, "Demo Distributor %02d Co., Ltd.", n),
                n % 5 == 0 ? CustomerKind.RETAILER : CustomerKind.DISTRIBUTOR,
                GRADES[n % GRADES.length],
                region,
                null,
                NodeId.of(NodeKind.USER, scene.players().repOf(n).actor().user().orElseThrow()),
                new MoneyInput(new Decimal(Integer.toString(50_000 + 25_000 * (n % 5))), "CNY"),
                terms,
                null);
        return scene.players()
                .finance()
                .does(() -> customers.create(new NewCustomer(null, String.format(Locale.ROOT, "D%02d", n), details)));
    }

    /** Invoices over five months; the older the invoice, the likelier it is paid. */
    private List<Receivable> trade(Scene scene, Customer customer, int n) {
        List<Receivable> open = new ArrayList<>();
        for (int k = 0; k < 4 + n % 4; k++) {
            LocalDate issued =
                    scene.today().minusDays(150L - 22L * k - scene.chance().nextInt(15));
            Receivable invoice = invoice(scene, customer, issued, String.format(Locale.ROOT, "INV-%02d%02d", n, k + 1));
            if (k < 2 || scene.chance().nextInt(10) < 3) {
                boolean partly = scene.chance().nextInt(4) == 0;
                pay(scene, customer, invoice, partly);
            } else {
                open.add(invoice);
            }
        }
        return open;
    }

    private Receivable invoice(Scene scene, Customer customer, LocalDate issued, String number) {
        MoneyInput amount = new MoneyInput(Decimal.of(scene.amount(2_000, 30_000)), "CNY");
        return scene.players()
                .finance()
                .does(() -> receivables.issue(new IssueReceivable(
                        "demo-" + number,
                        customer.id(),
                        number,
                        ReceivableKind.INVOICE,
                        issued,
                        amount,
                        null,
                        null,
                        null)));
    }

    private void pay(Scene scene, Customer customer, Receivable invoice, boolean partly) {
        BigDecimal amount = partly
                ? invoice.amount().value().movePointLeft(1).setScale(2, RoundingMode.DOWN)
                : invoice.amount().value();
        LocalDate wished = invoice.dueDate().plusDays(scene.chance().nextInt(12) - 4L);
        LocalDate received = wished.isAfter(scene.today()) ? scene.today() : wished;
        scene.players()
                .finance()
                .does(() -> payments.record(new RecordPayment(
                        "demo-pay-" + invoice.number(),
                        customer.id(),
                        "PAY-" + invoice.number(),
                        new MoneyInput(Decimal.of(amount), "CNY"),
                        received,
                        PaymentMethod.BANK_TRANSFER,
                        invoice.number(),
                        List.of(),
                        true)));
    }

    private void speak(Scene scene, Customer customer, int n) {
        Player rep = scene.players().repOf(n);
        ContactPerson owner = rep.does(() -> persons.save(person(customer, "Demo Owner", DecisionRole.DECIDES, 5)));
        ContactPerson cashier =
                rep.does(() -> persons.save(person(customer, "Demo Cashier", DecisionRole.PROCESSES, 2)));
        log(
                scene,
                rep,
                customer,
                cashier,
                12 + n,
                ContactOutcome.INFORMED,
                "Sent the statement, asked for the pay run.");
        log(
                scene,
                rep,
                customer,
                owner,
                1 + n % 6,
                ContactOutcome.PROMISED,
                "He will pay the oldest invoice next week.");
    }

    private static ContactPersonWish person(Customer customer, String name, DecisionRole role, int influence) {
        return new ContactPersonWish(
                null,
                null,
                null,
                customer.id(),
                name,
                null,
                role,
                influence,
                null,
                null,
                "15:00",
                "17:00",
                null,
                null,
                null);
    }

    private void log(
            Scene scene,
            Player rep,
            Customer customer,
            ContactPerson person,
            int daysAgo,
            ContactOutcome outcome,
            String summary) {
        ZoneId zone = rep.actor().zone();
        rep.does(() -> contacts.log(new NewContact(
                null,
                customer.id(),
                person.id(),
                List.of(),
                daysAgo % 2 == 0 ? ContactChannel.VISIT : ContactChannel.PHONE,
                Direction.OUTBOUND,
                outcome,
                BusinessCalendar.WEEKENDS
                        .roll(scene.today().minusDays(daysAgo), BusinessDayRoll.PRECEDING)
                        .atTime(LocalTime.of(15, 30))
                        .atZone(zone)
                        .toInstant(),
                daysAgo % 2 == 0 ? null : 240,
                summary,
                null,
                "Call again",
                scene.today().plusDays(1 + daysAgo % 5),
                null)));
    }

    /** Distributor 2 pays by a plan; the plan of distributor 5 waits for the manager. */
    private void agreeOnPlan(Scene scene, Customer customer, List<Receivable> open, int n) {
        if (open.isEmpty()) {
            return;
        }
        PaymentPlan proposed = scene.players()
                .repOf(n)
                .does(() -> plans.propose(new ProposePaymentPlan(
                        "demo-plan-" + n,
                        customer.id(),
                        open.stream().map(Receivable::id).toList(),
                        null,
                        new EqualInstallments(3, scene.today().plusDays(5), Frequency.MONTH),
                        "Season sales are late.")));
        if (n == 2) {
            scene.players()
                    .finance()
                    .does(() -> plans.approve(new DecidePaymentPlan(
                            "demo-approve-" + n, proposed.id(), proposed.version(), "Agreed by phone.")));
        }
    }

    /** The goods of distributor 1 are nearly gone: the best moment to collect. */
    private void stock(Scene scene, Customer customer, int n) {
        Player rep = scene.players().repOf(n);
        UUID id = NodeId.uuidOf(customer.id());
        rep.does(() -> sellThrough.recordDelivery(
                null,
                new NewDelivery(
                        id,
                        String.format(Locale.ROOT, "DN-%02d", n),
                        scene.today().minusDays(40),
                        List.of(
                                line("SKU-TEA", "Green tea 250 g", "100", "38.00"),
                                line("SKU-OIL", "Rapeseed oil 5 l", "60", "62.50")))));
        String tea = n == 1 ? "90" : Integer.toString(20 + 5 * n);
        rep.does(() -> sellThrough.reportSellOut(
                "reportSellOut",
                null,
                new NewSellOut(
                        id,
                        scene.today().minusDays(3),
                        List.of(
                                new NewSellOut.Line("SKU-TEA", Optional.of(new Decimal(tea)), Optional.empty()),
                                new NewSellOut.Line(
                                        "SKU-OIL", Optional.empty(), Optional.of(new Decimal(n == 1 ? "9" : "31")))))));
    }

    private static NewDelivery.Line line(String sku, String name, String quantity, String price) {
        return new NewDelivery.Line(
                sku, Optional.of(name), new Decimal(quantity), Money.of(new BigDecimal(price), "CNY"));
    }
}
