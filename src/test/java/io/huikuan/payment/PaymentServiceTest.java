package io.huikuan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.ledger.Settlement;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money comes in, is laid on what is owed, taken back, refunded and reversed (rules 4, 5, 7, 10 and 13). */
@QuarkusTest
class PaymentServiceTest {

    private static final String TODAY = "2026-11-20";

    /** More than there are connections. */
    private static final int MANY = 40;

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    @Inject
    PaymentService service;

    @Inject
    Receivables receivables;

    @Inject
    CustomerLocks locks;

    private Actor finance;
    private UUID customer;
    private UUID older;
    private UUID younger;

    @BeforeEach
    void two_invoices_are_open() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(TODAY), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        younger = invoice("500.00", "2026-10-01", "2026-11-15");
        older = invoice("1000.00", "2026-10-05", "2026-10-31");
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void money_goes_to_the_oldest_due_share_first_and_the_rest_stays_unapplied() {
        Payment some = done(pay("1200.00"));
        assertThat(balances()).containsExactly("0.00", "300.00");

        Payment more = done(pay("400.00"));

        assertThat(balances()).containsExactly("0.00", "0.00");
        assertThat(some.unapplied().value()).isEqualTo("0.00");
        assertThat(more.unapplied().value()).isEqualTo("100.00");
        assertThat(read(older).settlement()).isEqualTo(Settlement.SETTLED);
    }

    @Test
    void what_the_payer_names_comes_first_and_the_rest_goes_to_the_oldest() {
        done(pay("700.00", named(younger, "200.00")));

        assertThat(balances()).containsExactly("500.00", "300.00");
    }

    @Test
    void what_is_not_named_stays_unapplied_when_the_payer_wishes_so() {
        Payment payment =
                done(record(wish("700.00").with(named(younger, "200.00")).keepingTheRest()));

        assertThat(balances()).containsExactly("1000.00", "300.00");
        assertThat(payment.unapplied().value()).isEqualTo("500.00");
    }

    @Test
    void a_named_installment_takes_what_is_meant_for_it() {
        UUID inTwo = tenancy.invoice(
                finance,
                customer,
                "50.00",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2027-01-01"));
        String second = tenancy.callOutside(
                finance,
                () -> receivables
                        .installmentsOf(List.of(inTwo))
                        .get(inTwo)
                        .get(1)
                        .id());

        done(record(wish("50.00").with(new AllocationLine(null, second, new Decimal("50.00")))));

        assertThat(tenancy.callOutside(
                        finance,
                        () -> receivables.installmentsOf(List.of(inTwo)).get(inTwo)))
                .extracting(row -> row.balance().amount().stringValueForSerialization())
                .containsExactly("50.00", "0.00");
    }

    @Test
    void no_more_is_allocated_than_is_open_and_no_more_than_came_in() {
        assertThat(codes(pay("600.00", named(younger, "500.01")))).containsExactly("EXCEEDS_OPEN allocations.0.amount");
        assertThat(codes(pay("600.00", named(younger, "400.00"), named(older, "200.01"))))
                .containsExactly("EXCEEDS_UNAPPLIED allocations");
        assertThat(balances()).containsExactly("1000.00", "500.00");
        done(pay("600.00", named(younger, "500.00"), named(older, "100.00")));
        assertThat(balances()).containsExactly("900.00", "0.00");
    }

    @Test
    void exactly_one_of_receivable_and_installment_is_named_and_it_is_the_customers_own() {
        UUID elsewhere = tenancy.invoice(
                finance,
                tenancy.customer(finance, null, null),
                "10.00",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-10-02"));
        AllocationLine neither = new AllocationLine(null, null, new Decimal("1.00"));
        String one = NodeId.of(NodeKind.RECEIVABLE, younger);
        AllocationLine both = new AllocationLine(one, one, new Decimal("1.00"));

        assertThat(codes(pay("5.00", neither, both, named(elsewhere, "1.00"), named(younger, "0.00"))))
                .containsExactly(
                        "EXACTLY_ONE allocations.0",
                        "EXACTLY_ONE allocations.1",
                        "NOT_FOUND allocations.2.receivableId",
                        "AMOUNT_NOT_POSITIVE allocations.3.amount");
    }

    @Test
    void amounts_that_are_none_are_refused() {
        assertThat(codes(pay("0.00"))).containsExactly("AMOUNT_NOT_POSITIVE amount.amount");
        assertThat(codes(pay("-1.00"))).containsExactly("AMOUNT_NOT_POSITIVE amount.amount");
        assertThat(codes(pay("1.001"))).containsExactly("TOO_MANY_DECIMALS amount.amount");
        assertThat(codes(record(wish("1.5").in("JPY")))).containsExactly("TOO_MANY_DECIMALS amount.amount");
        assertThat(codes(record(wish("1.00").in("XYZ")))).containsExactly("UNKNOWN_CURRENCY amount.currency");
        assertThat(codes(record(wish("5.00").in("USD").with(named(younger, "1.00")))))
                .containsExactly("CURRENCY_MISMATCH allocations.0.receivableId");
    }

    @Test
    void money_pays_only_what_is_owed_in_its_own_currency() {
        Payment dollars = done(record(wish("100.00").in("USD")));

        assertThat(dollars.unapplied().value()).isEqualTo("100.00");
        assertThat(balances()).containsExactly("1000.00", "500.00");
    }

    @Test
    void nothing_is_received_after_the_business_date_or_in_a_closed_period() {
        assertThat(codes(record(wish("1.00").on("2026-11-21")))).containsExactly("DATE_IN_FUTURE receivedOn");
        closeThrough("2026-10-31");
        assertThat(codes(record(wish("1.00").on("2026-10-31")))).containsExactly("PERIOD_CLOSED receivedOn");
        done(record(wish("1.00").on("2026-11-01")));
        closeThrough("2026-10-30");
        done(record(wish("1.00").on("2026-10-31")));
    }

    @Test
    void an_allocation_is_dated_when_the_debt_was_issued_if_the_money_came_before() {
        done(record(wish("1200.00").on("2026-10-02").with(named(older, "1000.00"))));

        assertThat(openOn("2026-10-04")).isEqualTo("300.00");
        assertThat(openOn("2026-10-05")).isEqualTo("300.00");
    }

    @Test
    void money_cannot_be_dated_back_over_what_paid_the_debt_since() {
        done(record(wish("500.00").on("2026-11-10").with(named(younger, "500.00"))));

        assertThat(codes(record(wish("600.00").on("2026-11-01").with(named(younger, "500.00")))))
                .containsExactly("EXCEEDS_OPEN allocations.0.amount");
    }

    @Test
    void what_is_open_today_but_was_not_on_all_days_since_takes_no_earlier_money() {
        Payment first = done(record(wish("500.00").on("2026-11-01").with(named(younger, "500.00"))));
        done(unapply(first, null, "2026-11-18"));

        assertThat(codes(record(wish("500.00").on("2026-11-10").with(named(younger, "500.00")))))
                .containsExactly("BACKDATED_CONFLICT allocations.0.amount");
        done(record(wish("500.00").on("2026-11-18").with(named(younger, "500.00"))));
    }

    @Test
    void a_number_is_taken_once() {
        done(record(wish("1.00").numbered("P-1")));
        assertThat(codes(record(wish("2.00").numbered("P-1")))).containsExactly("DUPLICATE_NUMBER number");
    }

    @Test
    void unapplied_cash_is_applied_on_request_and_dated_today() {
        Payment payment = done(record(wish("1200.00").on("2026-11-01").keepingTheRest()));
        assertThat(balances()).containsExactly("1000.00", "500.00");

        Payment applied = done(apply(payment));

        assertThat(applied.unapplied().value()).isEqualTo("0.00");
        assertThat(openOn("2026-11-19")).isEqualTo("1500.00");
        assertThat(openOn(TODAY)).isEqualTo("300.00");
        assertThat(codes(apply(payment))).containsExactly("EXCEEDS_UNAPPLIED paymentId");
    }

    @Test
    void new_receivables_take_unapplied_cash_only_where_the_tenant_says_so() {
        done(record(wish("100.00").with(named(older, "0.01")).keepingTheRest()));
        UUID third = invoice("40.00", "2026-11-20", "2026-12-20");
        assertThat(read(third).balance().value()).isEqualTo("40.00");

        settle("auto_apply_unapplied = true");
        UUID fourth = invoice("30.00", "2026-11-20", "2026-12-20");

        assertThat(read(older).balance().value())
                .as("the oldest due share goes first")
                .isEqualTo("900.00");
        assertThat(read(fourth).balance().value()).isEqualTo("30.00");
    }

    @Test
    void what_is_taken_back_of_one_receivable_is_unapplied_again() {
        Payment payment = done(pay("1200.00"));

        Payment after = done(unapply(payment, older, TODAY));

        assertThat(balances()).containsExactly("1000.00", "300.00");
        assertThat(after.unapplied().value()).isEqualTo("1000.00");
        assertThat(codes(unapply(payment, older, TODAY))).containsExactly("NOTHING_TO_UNDO paymentId");
        assertThat(done(unapply(payment, null, TODAY)).unapplied().value()).isEqualTo("1200.00");
    }

    @Test
    void nothing_is_taken_back_before_it_was_allocated() {
        Payment payment = done(record(wish("100.00").on("2026-11-10")));

        assertThat(codes(unapply(payment, null, "2026-11-09"))).containsExactly("DATE_ORDER on");
        done(unapply(payment, null, "2026-11-10"));
    }

    @Test
    void unapplied_cash_is_refunded_and_no_more_than_that() {
        Payment payment = done(pay("1600.00"));

        assertThat(codes(refund(payment, "100.01", TODAY))).containsExactly("EXCEEDS_UNAPPLIED amount");
        assertThat(done(refund(payment, "40.00", TODAY)).unapplied().value()).isEqualTo("60.00");
        assertThat(done(refund(payment, null, TODAY)).unapplied().value()).isEqualTo("0.00");
        assertThat(codes(refund(payment, null, TODAY))).containsExactly("EXCEEDS_UNAPPLIED amount");
        assertThat(codes(reverse(payment, TODAY))).containsExactly("INVALID_STATUS paymentId");
    }

    @Test
    void a_refund_is_not_dated_to_a_day_on_which_the_money_was_in_use() {
        Payment payment = done(record(wish("1500.00").on("2026-11-01")));
        done(unapply(payment, null, "2026-11-18"));

        assertThat(codes(refund(payment, "100.00", "2026-11-17"))).containsExactly("BACKDATED_CONFLICT on");
        assertThat(codes(refund(payment, "100.00", "2026-10-31"))).containsExactly("DATE_ORDER on");
        done(refund(payment, "100.00", "2026-11-18"));
    }

    @Test
    void a_reversal_reopens_exactly_what_the_payment_had_closed() {
        done(pay("300.00"));
        Payment bounced = done(pay("900.00"));
        assertThat(balances()).containsExactly("0.00", "300.00");

        Payment after = done(reverse(bounced, TODAY));

        assertThat(balances()).containsExactly("700.00", "500.00");
        assertThat(after.unapplied().value()).isEqualTo("0.00");
        assertThat(after.status()).isEqualTo(PaymentStatus.REVERSED);
        assertThat(codes(reverse(bounced, TODAY))).containsExactly("INVALID_STATUS paymentId");
        assertThat(codes(apply(bounced))).containsExactly("INVALID_STATUS paymentId");
    }

    @Test
    void a_reversal_is_not_dated_before_the_payments_last_use() {
        Payment payment = done(record(wish("1500.00").on("2026-11-01")));
        done(unapply(payment, younger, "2026-11-10"));

        assertThat(codes(reverse(payment, "2026-11-09"))).containsExactly("BACKDATED_CONFLICT on");
        done(reverse(payment, "2026-11-10"));
        assertThat(openOn("2026-11-09")).isEqualTo("0.00");
        assertThat(openOn("2026-11-10")).isEqualTo("1500.00");
    }

    @Test
    void twenty_twins_with_one_client_key_are_one_payment() throws Exception {
        RecordPayment wish = wish("10.00").build();

        List<Outcome<Payment>> twins = AtOnce.on(20, any -> record(wish));

        assertThat(twins.stream().map(twin -> done(twin).id()).distinct()).hasSize(1);
        assertThat(balances()).containsExactly("990.00", "500.00");
    }

    @Test
    void twenty_payments_at_once_never_close_more_than_is_open() throws Exception {
        List<Outcome<Payment>> all = AtOnce.on(20, any -> pay("100.00"));

        assertThat(balances()).containsExactly("0.00", "0.00");
        assertThat(all.stream()
                        .map(each -> done(each).unapplied().value())
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo("500.00");
    }

    @Test
    void while_many_wait_for_one_customer_others_are_served() throws Exception {
        UUID other = tenancy.customer(finance, null, null);
        ExecutorService people = Executors.newFixedThreadPool(MANY + 1);
        CountDownLatch sent = new CountDownLatch(MANY);
        List<Future<Outcome<Payment>>> waiting = new ArrayList<>();

        tenancy.run(finance, () -> {
            assertThat(locks.lock(customer)).isPresent();
            for (int i = 0; i < MANY; i++) {
                waiting.add(people.submit(() -> {
                    sent.countDown();
                    return pay("10.00");
                }));
            }
            assertThat(soon(people.submit(() -> {
                        sent.await();
                        return done(record(wish("5.00").of(other)));
                    })))
                    .extracting(payment -> payment.unapplied().value().toPlainString())
                    .isEqualTo("5.00");
            assertThat(waiting).noneMatch(Future::isDone);
        });

        for (Future<Outcome<Payment>> each : waiting) {
            assertThat(done(soon(each)).unapplied().value()).isEqualTo("0.00");
        }
        people.shutdown();
        assertThat(balances()).containsExactly("600.00", "500.00");
    }

    private static <T> T soon(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_client_key_answers_again_is_not_used_up_by_a_refusal_and_fits_one_input_only() {
        String key = Uuids.next().toString();
        assertThat(codes(record(wish("0.00").key(key)))).containsExactly("AMOUNT_NOT_POSITIVE amount.amount");
        Payment payment = done(record(wish("10.00").key(key)));

        assertThat(done(record(wish("10.00").key(key)))).isEqualTo(payment);
        assertThat(codes(record(wish("11.00").key(key)))).containsExactly("CLIENT_KEY_REUSED clientKey");
        assertThat(balances()).containsExactly("990.00", "500.00");
    }

    /** A wish as the form sends it, with one thing different. */
    private record Form(RecordPayment build) {

        Form on(String day) {
            return new Form(new RecordPayment(
                    build.clientKey(),
                    build.customerId(),
                    build.number(),
                    build.amount(),
                    LocalDate.parse(day),
                    build.method(),
                    null,
                    build.allocations(),
                    build.autoApply()));
        }

        Form with(AllocationLine... named) {
            return new Form(new RecordPayment(
                    build.clientKey(),
                    build.customerId(),
                    build.number(),
                    build.amount(),
                    build.receivedOn(),
                    build.method(),
                    null,
                    List.of(named),
                    build.autoApply()));
        }

        Form keepingTheRest() {
            return new Form(new RecordPayment(
                    build.clientKey(),
                    build.customerId(),
                    build.number(),
                    build.amount(),
                    build.receivedOn(),
                    build.method(),
                    null,
                    build.allocations(),
                    false));
        }

        Form in(String currency) {
            return new Form(new RecordPayment(
                    build.clientKey(),
                    build.customerId(),
                    build.number(),
                    new MoneyInput(build.amount().amount(), currency),
                    build.receivedOn(),
                    build.method(),
                    null,
                    build.allocations(),
                    build.autoApply()));
        }

        Form of(UUID other) {
            return new Form(new RecordPayment(
                    build.clientKey(),
                    NodeId.of(NodeKind.CUSTOMER, other),
                    build.number(),
                    build.amount(),
                    build.receivedOn(),
                    build.method(),
                    null,
                    build.allocations(),
                    build.autoApply()));
        }

        Form numbered(String number) {
            return new Form(new RecordPayment(
                    build.clientKey(),
                    build.customerId(),
                    number,
                    build.amount(),
                    build.receivedOn(),
                    build.method(),
                    null,
                    build.allocations(),
                    build.autoApply()));
        }

        Form key(String key) {
            return new Form(new RecordPayment(
                    key,
                    build.customerId(),
                    build.number(),
                    build.amount(),
                    build.receivedOn(),
                    build.method(),
                    null,
                    build.allocations(),
                    build.autoApply()));
        }
    }

    private Form wish(String amount) {
        return new Form(new RecordPayment(
                Uuids.next().toString(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                null,
                cny(amount),
                LocalDate.parse(TODAY),
                PaymentMethod.BANK_TRANSFER,
                null,
                List.of(),
                true));
    }

    private Outcome<Payment> pay(String amount, AllocationLine... named) {
        return record(wish(amount).with(named));
    }

    private Outcome<Payment> record(Form form) {
        return record(form.build());
    }

    private Outcome<Payment> record(RecordPayment wish) {
        return tenancy.outcome(finance, () -> service.record(wish));
    }

    private Outcome<Payment> apply(Payment payment) {
        return tenancy.outcome(
                finance,
                () -> service.applyUnapplied(
                        new ApplyUnappliedCash(Uuids.next().toString(), payment.id(), null, true)));
    }

    private Outcome<Payment> unapply(Payment payment, UUID receivableOrNull, String on) {
        return tenancy.outcome(
                finance,
                () -> service.unapply(new UnapplyPayment(
                        Uuids.next().toString(),
                        payment.id(),
                        receivableOrNull == null ? null : NodeId.of(NodeKind.RECEIVABLE, receivableOrNull),
                        LocalDate.parse(on),
                        "It was meant for another.")));
    }

    private Outcome<Payment> refund(Payment payment, String amountOrNull, String on) {
        return tenancy.outcome(
                finance,
                () -> service.refund(new RefundUnapplied(
                        Uuids.next().toString(),
                        payment.id(),
                        LocalDate.parse(on),
                        amountOrNull == null ? null : cny(amountOrNull),
                        "The customer asked for it.")));
    }

    private Outcome<Payment> reverse(Payment payment, String on) {
        return tenancy.outcome(
                finance,
                () -> service.reverse(new ReversePayment(
                        Uuids.next().toString(), payment.id(), LocalDate.parse(on), "The bank returned it.")));
    }

    private UUID invoice(String amount, String issued, String due) {
        return tenancy.invoice(finance, customer, amount, LocalDate.parse(issued), LocalDate.parse(due));
    }

    private void closeThrough(String day) {
        settle("closed_through = '" + day + "'");
    }

    private void settle(String assignment) {
        tenancy.run(
                finance,
                () -> sql.of("update tenant_settings set " + assignment + " where tenant_id = :tenant")
                        .update());
    }

    private static AllocationLine named(UUID receivable, String amount) {
        return new AllocationLine(NodeId.of(NodeKind.RECEIVABLE, receivable), null, new Decimal(amount));
    }

    private static MoneyInput cny(String amount) {
        return new MoneyInput(new Decimal(amount), "CNY");
    }

    private Receivable read(UUID id) {
        return tenancy.callOutside(finance, () -> receivables.byId(id).orElseThrow());
    }

    /** What is open of the older and of the younger invoice. */
    private List<String> balances() {
        return List.of(
                read(older).balance().amount().stringValueForSerialization(),
                read(younger).balance().amount().stringValueForSerialization());
    }

    private String openOn(String day) {
        return tenancy.call(
                finance,
                () -> sql.of("""
                        select coalesce(sum(o.open), 0.00) as open
                        from open_share(:tenant, cast(:day as date), 'SCHEDULE') o where o.customer_id = :customer""")
                        .bind("day", LocalDate.parse(day))
                        .bind("customer", customer)
                        .one(row -> row.number("open").setScale(2).toPlainString()));
    }

    private static Payment done(Outcome<Payment> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.errors().stream()
                .map((UserError error) -> error.code() + " " + String.join(".", error.field()))
                .toList();
    }
}
