package io.huikuan.plan;

import static io.huikuan.plan.PlanWorld.codes;
import static io.huikuan.plan.PlanWorld.customerId;
import static io.huikuan.plan.PlanWorld.decision;
import static io.huikuan.plan.PlanWorld.done;
import static io.huikuan.plan.PlanWorld.ids;
import static io.huikuan.plan.PlanWorld.row;
import static io.huikuan.plan.PlanWorld.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.InstallmentLine;
import io.huikuan.ledger.Timing;
import io.huikuan.plan.PlanWorld.Cast;
import io.huikuan.plan.domain.EqualInstallments;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentPlanServiceTest {

    @Inject
    PlanWorld world;

    @Inject
    PaymentPlans plans;

    private Cast cast;
    private UUID first;
    private UUID second;

    @BeforeEach
    void open() {
        cast = world.cast("2026-11-20");
        first = world.invoice(cast, "1000.00", "2026-10-01", "2026-10-31");
        second = world.invoice(cast, "500.00", "2026-10-15", "2026-11-15");
    }

    @AfterEach
    void resetClock() {
        world.resetClock();
    }

    // --- proposing ---

    @Test
    void a_proposal_shows_its_whole_amount_and_rules_nothing() {
        PaymentPlan plan = proposed(row("2026-12-31", "1000.00"), row("2026-11-30", "500.00"));

        assertThat(plan.status()).isEqualTo(PlanStatus.PROPOSED);
        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.total()).isEqualTo(plan.balance());
        assertThat(plan.balance().value()).isEqualByComparingTo("1500");
        assertThat(world.paid(cast, plan).signum()).isZero();
        assertThat(plan.graceDays()).isEqualTo(7);
        assertThat(plan.proposerId()).isEqualTo(cast.manager().user().orElseThrow());
        assertThat(plan.effectiveFrom()).isNull();
        assertThat(world.installmentsOf(cast, plan))
                .extracting(
                        Installment::sequence,
                        Installment::dueDate,
                        each -> each.balance().amount().toString())
                .containsExactly(
                        tuple(1, LocalDate.parse("2026-11-30"), "500"),
                        tuple(2, LocalDate.parse("2026-12-31"), "1000"));
        assertThat(world.open(cast, "2026-11-20")).isEqualTo(sums("2026-10-31", "1000.00", "2026-11-15", "500.00"));
    }

    @Test
    void equal_installments_are_rolled_by_the_tenants_rule_and_explicit_ones_never() {
        EqualInstallments monthly = new EqualInstallments(3, LocalDate.parse("2026-11-28"), Frequency.MONTH);
        PaymentPlan equal = done(world.propose(cast.manager(), world.equally(cast, List.of(first), monthly)));
        PaymentPlan explicit =
                done(world.propose(cast.manager(), world.over(cast, List.of(second), row("2026-11-28", "500.00"))));

        assertThat(world.installmentsOf(cast, equal))
                .extracting(Installment::dueDate, each -> each.amount().amount().toString())
                .containsExactly(
                        tuple(LocalDate.parse("2026-11-30"), "333.33"),
                        tuple(LocalDate.parse("2026-12-28"), "333.33"),
                        tuple(LocalDate.parse("2027-01-28"), "333.34"));
        assertThat(world.installmentsOf(cast, explicit))
                .extracting(Installment::dueDate)
                .containsExactly(LocalDate.parse("2026-11-28"));
    }

    @Test
    void exactly_one_of_equal_and_installments_is_given() {
        EqualInstallments equal = new EqualInstallments(3, LocalDate.parse("2026-11-30"), Frequency.MONTH);
        String customer = customerId(cast.customer());

        assertThat(codes(world.propose(
                        cast.manager(), new ProposePaymentPlan("k1", customer, ids(List.of(first)), null, null, null))))
                .containsExactly("EXACTLY_ONE");
        assertThat(codes(world.propose(
                        cast.manager(),
                        new ProposePaymentPlan(
                                "k1",
                                customer,
                                ids(List.of(first)),
                                List.of(row("2026-12-01", "1000.00")),
                                equal,
                                null))))
                .containsExactly("EXACTLY_ONE");
    }

    @Test
    void rows_are_refused_that_do_not_sum_are_in_the_past_zero_or_too_fine() {
        assertThat(refused(row("2026-12-31", "1499.99"))).containsExactly("SUM_MISMATCH");
        assertThat(refused(row("2026-11-19", "1500.00"))).containsExactly("DATE_IN_PAST");
        assertThat(refused(row("2026-11-20", "1500.00"))).isEmpty();
        assertThat(refused(row("2026-12-31", "1500.00"), row("2026-12-31", "0")))
                .containsExactly("ZERO_INSTALLMENT");
        assertThat(refused(row("2026-12-31", "1600.00"), row("2026-12-31", "-100.00")))
                .containsExactly("ZERO_INSTALLMENT");
        assertThat(refused(row("2026-12-31", "1499.999"), row("2026-12-31", "0.001")))
                .containsOnly("TOO_MANY_DECIMALS");
        assertThat(refused(row("9999-12-31", "1500.00"))).containsExactly("INVALID_VALUE");
        assertThat(refused()).containsExactly("INVALID_VALUE");
    }

    @Test
    void an_error_names_the_row_at_fault() {
        Outcome<PaymentPlan> refused = world.propose(
                cast.manager(),
                world.over(cast, List.of(first, second), row("2026-12-31", "1000.00"), row("2026-11-01", "500.00")));

        assertThat(refused.errors())
                .extracting(UserError::field)
                .containsExactly(List.of("installments", "1", "dueDate"));
    }

    @Test
    void a_plan_has_at_most_120_rows() {
        assertThat(refusedEqually(120)).isEmpty();
        assertThat(refusedEqually(121)).containsExactly("INVALID_VALUE");
    }

    private List<String> refusedEqually(int count) {
        EqualInstallments weekly = new EqualInstallments(count, LocalDate.parse("2026-11-30"), Frequency.WEEK);
        return codes(world.propose(cast.manager(), world.equally(cast, List.of(first), weekly)));
    }

    @Test
    void only_open_receivables_of_the_one_customer_in_one_currency_are_taken_in() {
        UUID paid = world.invoice(cast, "10.00", "2026-09-01", "2026-09-30");
        world.pay(cast, "10.00", "2026-11-20");
        UUID elsewhere = world.invoice(
                cast, world.ownedCustomer(cast, world.user(cast, Role.REP)), "10.00", "2026-10-01", "2026-10-31");
        UUID foreign = world.invoice(world.cast("2026-11-20"), "10.00", "2026-10-01", "2026-10-31");

        assertThat(refusedOver(paid)).containsExactly("INVALID_STATUS");
        assertThat(refusedOver(elsewhere)).containsExactly("NOT_FOUND");
        assertThat(refusedOver(foreign)).containsExactly("NOT_FOUND");
        assertThat(refusedOver(UUID.randomUUID())).containsExactly("NOT_FOUND");
        assertThat(refusedOver()).containsExactly("REQUIRED");
    }

    private List<String> refusedOver(UUID... receivables) {
        return codes(world.propose(cast.manager(), world.over(cast, List.of(receivables), row("2026-12-31", "10.00"))));
    }

    @Test
    void a_customer_whom_the_rep_does_not_own_does_not_exist_for_him() {
        Actor rep = world.user(cast, Role.REP);
        Actor other = world.user(cast, Role.REP);
        UUID own = world.ownedCustomer(cast, rep);
        UUID invoice = world.invoice(cast, own, "100.00", "2026-10-01", "2026-10-31");
        ProposePaymentPlan wish = new ProposePaymentPlan(
                "k", customerId(own), ids(List.of(invoice)), List.of(row("2026-12-31", "100.00")), null, null);

        assertThat(codes(world.propose(other, wish))).containsExactly("NOT_FOUND");
        PaymentPlan plan = done(world.propose(rep, wish));
        assertThat(world.as(other, () -> plans.find(plan.id()))).isEmpty();
        assertThat(codes(world.cancel(other, plan))).containsExactly("NOT_FOUND");
    }

    @Test
    void a_repeat_of_a_proposal_answers_the_same_plan() {
        ProposePaymentPlan wish = world.over(cast, List.of(first), row("2026-12-31", "1000.00"));

        PaymentPlan once = done(world.propose(cast.manager(), wish));
        PaymentPlan again = done(world.propose(cast.manager(), wish));
        Outcome<PaymentPlan> other = world.propose(
                cast.manager(),
                new ProposePaymentPlan(
                        wish.clientKey(),
                        wish.customerId(),
                        wish.receivableIds(),
                        List.of(row("2027-01-31", "1000.00")),
                        null,
                        null));

        assertThat(again).isEqualTo(once);
        assertThat(codes(other)).containsExactly("CLIENT_KEY_REUSED");
    }

    // --- approval ---

    @Test
    void an_approved_plan_rules_from_the_business_date_on() {
        PaymentPlan proposed = proposed(row("2026-11-30", "700.00"), row("2026-12-31", "800.00"));
        world.today(cast, "2026-11-25");

        PaymentPlan active = done(world.approve(cast.finance(), proposed));

        assertThat(active.status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(active.version()).isEqualTo(2);
        assertThat(active.effectiveFrom()).isEqualTo(LocalDate.parse("2026-11-25"));
        assertThat(active.deciderId()).isEqualTo(cast.finance().user().orElseThrow());
        assertThat(world.open(cast, "2026-11-24")).isEqualTo(sums("2026-10-31", "1000.00", "2026-11-15", "500.00"));
        assertThat(world.open(cast, "2026-11-25")).isEqualTo(sums("2026-11-30", "700.00", "2026-12-31", "800.00"));
        assertThat(world.open(cast, "2026-11-25", "ORIGINAL_DUE"))
                .isEqualTo(sums("2026-10-31", "1000.00", "2026-11-15", "500.00"));
        assertThat(rulingPlan(first)).isEqualTo(active.id());
        world.checkBooks(cast, "2026-10-01", "2026-12-31");
    }

    @Test
    void the_proposer_cannot_approve() {
        PaymentPlan plan = proposed(row("2026-12-31", "1500.00"));

        assertThat(codes(world.approve(cast.manager(), plan))).containsExactly("PROPOSER_CANNOT_APPROVE");
        assertThat(world.read(cast, plan).status()).isEqualTo(PlanStatus.PROPOSED);
    }

    @Test
    void an_admin_may_approve_his_own_plan_only_where_nobody_else_could() {
        Actor admin = world.user(cast, Role.ADMIN);
        PaymentPlan plan = done(world.propose(admin, world.over(cast, List.of(first), row("2026-12-31", "1000.00"))));
        assertThat(codes(world.approve(admin, plan))).containsExactly("PROPOSER_CANNOT_APPROVE");

        world.change(cast, "update app_user set active = false where tenant_id = :tenant and not 'ADMIN' = any(roles)");

        assertThat(done(world.approve(admin, plan)).status()).isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void a_plan_is_outdated_when_its_rows_no_longer_sum_to_what_is_open() {
        PaymentPlan plan = proposed(row("2026-12-31", "1500.00"));
        world.pay(cast, "0.01", "2026-11-20");

        assertThat(codes(world.approve(cast.finance(), plan))).containsExactly("PLAN_OUTDATED");
    }

    @Test
    void an_old_version_is_stale_and_a_decided_plan_is_not_decided_again() {
        PaymentPlan plan = proposed(row("2026-12-31", "1500.00"));
        PaymentPlan active = done(world.approve(cast.finance(), plan));

        assertThat(codes(world.approve(cast.finance(), plan))).containsExactly("STALE");
        assertThat(codes(world.approve(cast.finance(), active))).containsExactly("INVALID_STATUS");
        assertThat(codes(world.reject(cast.finance(), active))).containsExactly("INVALID_STATUS");
    }

    @Test
    void a_rejected_plan_rules_nothing() {
        PaymentPlan rejected = done(world.reject(cast.finance(), proposed(row("2026-12-31", "1500.00"))));

        assertThat(rejected.status()).isEqualTo(PlanStatus.REJECTED);
        assertThat(rejected.balance().signum()).isZero();
        assertThat(rejected.endedOn()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(rulingPlan(first)).isNull();
        assertThat(codes(world.cancel(cast.finance(), rejected))).containsExactly("INVALID_STATUS");
    }

    @Test
    void the_tenants_bounds_approve_a_plan_by_rule_but_not_twice_within_a_year() {
        world.settle(
                cast,
                "auto_approval_max_total = 1000, auto_approval_currency = 'CNY', auto_approval_max_installments = 2,"
                        + " auto_approval_max_days = 41, auto_approval_min_first_share = 0.5");
        PaymentPlan plan = done(world.propose(
                cast.manager(),
                world.over(cast, List.of(first), row("2026-12-01", "500.00"), row("2026-12-31", "500.00"))));

        assertThat(plan.status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(plan.deciderId()).isNull();
        assertThat(plan.effectiveFrom()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(rulingPlan(first)).isEqualTo(plan.id());

        PaymentPlan again =
                done(world.propose(cast.manager(), world.over(cast, List.of(first), row("2026-12-31", "1000.00"))));
        assertThat(again.status()).isEqualTo(PlanStatus.PROPOSED);
    }

    @Test
    void an_overlapping_plan_must_take_in_all_that_is_open_of_the_plan_it_touches() {
        world.active(cast, List.of(first, second), row("2026-12-31", "1500.00"));
        UUID third = world.invoice(cast, "100.00", "2026-11-01", "2026-11-30");

        assertThat(codes(world.propose(
                        cast.manager(), world.over(cast, List.of(first, third), row("2026-12-31", "1100.00")))))
                .containsExactly("PLAN_OVERLAP");
        assertThat(codes(world.propose(
                        cast.manager(), world.over(cast, List.of(first, second, third), row("2026-12-31", "1600.00")))))
                .isEmpty();
    }

    @Test
    void an_overlap_that_arose_after_the_proposal_is_found_at_the_approval() {
        PaymentPlan small =
                done(world.propose(cast.manager(), world.over(cast, List.of(first), row("2026-12-31", "1000.00"))));
        world.active(cast, List.of(first, second), row("2026-12-31", "1500.00"));

        assertThat(codes(world.approve(cast.finance(), small))).containsExactly("PLAN_OVERLAP");
    }

    @Test
    void a_newer_plan_supersedes_the_one_it_touches_and_what_was_closed_of_it_returns_to_its_terms() {
        PaymentPlan old =
                world.active(cast, List.of(first, second), row("2026-11-30", "1000.00"), row("2026-12-31", "500.00"));
        world.today(cast, "2026-12-01");
        world.pay(cast, "1000.00", "2026-12-01");
        UUID third = world.invoice(cast, "100.00", "2026-11-21", "2026-12-20");

        PaymentPlan young = world.active(cast, List.of(second, third), row("2027-01-31", "600.00"));

        PaymentPlan superseded = world.read(cast, old);
        assertThat(superseded.status()).isEqualTo(PlanStatus.SUPERSEDED);
        assertThat(superseded.endedOn()).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(superseded.balance().signum()).isZero();
        assertThat(world.paid(cast, superseded)).isEqualByComparingTo("1000");
        assertThat(world.installmentsOf(cast, old))
                .extracting(Installment::timing)
                .containsOnly(Timing.CLOSED);
        assertThat(rulingPlan(first)).isNull();
        assertThat(rulingPlan(second)).isEqualTo(young.id());
        assertThat(world.open(cast, "2026-11-30"))
                .isEqualTo(sums("2026-11-30", "1000.00", "2026-12-20", "100.00", "2026-12-31", "500.00"));
        assertThat(world.open(cast, "2026-12-01")).isEqualTo(sums("2027-01-31", "600.00"));
        world.checkBooks(cast, "2026-10-01", "2027-02-01");
    }

    // --- the way on ---

    @Test
    void a_plan_is_completed_by_its_last_payment_and_active_again_when_that_is_reversed() {
        PaymentPlan plan =
                world.active(cast, List.of(first, second), row("2026-11-30", "700.00"), row("2026-12-31", "800.00"));
        world.pay(cast, "700.00", "2026-11-20");
        assertThat(world.read(cast, plan).status()).isEqualTo(PlanStatus.ACTIVE);
        var last = world.pay(cast, "800.00", "2026-11-20");

        PaymentPlan completed = world.read(cast, plan);
        assertThat(completed.status()).isEqualTo(PlanStatus.COMPLETED);
        assertThat(completed.endedOn()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(world.paid(cast, completed)).isEqualByComparingTo("1500");

        world.today(cast, "2026-11-23");
        world.reverse(cast, last, "2026-11-23");
        PaymentPlan reopened = world.read(cast, plan);
        assertThat(reopened.status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(reopened.endedOn()).isNull();
        assertThat(reopened.balance().value()).isEqualByComparingTo("800");
        assertThat(world.paid(cast, reopened)).isEqualByComparingTo("700");
        assertThat(world.open(cast, "2026-11-23")).isEqualTo(sums("2026-12-31", "800.00"));
        world.checkBooks(cast, "2026-10-01", "2026-12-31");
    }

    @Test
    void the_rep_withdraws_his_own_proposal_but_nothing_else() {
        Actor rep = world.user(cast, Role.REP);
        UUID own = world.ownedCustomer(cast, rep);
        UUID invoice = world.invoice(cast, own, "100.00", "2026-10-01", "2026-10-31");
        ProposePaymentPlan wish = new ProposePaymentPlan(
                "k1", customerId(own), ids(List.of(invoice)), List.of(row("2026-12-31", "100.00")), null, null);
        PaymentPlan withdrawn = done(world.cancel(rep, done(world.propose(rep, wish))));
        assertThat(withdrawn.status()).isEqualTo(PlanStatus.CANCELLED);
        assertThat(withdrawn.effectiveFrom()).isNull();

        PaymentPlan ofOthers = done(world.propose(cast.manager(), wish));
        assertForbidden(rep, ofOthers);
        PaymentPlan active = done(world.approve(cast.finance(), ofOthers));
        assertForbidden(rep, active);
    }

    private void assertForbidden(Actor by, PaymentPlan plan) {
        assertThatThrownBy(() -> world.cancel(by, plan))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void a_cancelled_plan_gives_back_what_is_open_with_what_was_paid_counting_for_the_oldest_first() {
        PaymentPlan plan =
                world.active(cast, List.of(first, second), row("2026-11-30", "700.00"), row("2026-12-31", "800.00"));
        world.pay(cast, "700.00", "2026-11-20");
        world.today(cast, "2026-11-24");

        PaymentPlan cancelled = done(world.cancel(cast.manager(), world.read(cast, plan)));

        assertThat(cancelled.status()).isEqualTo(PlanStatus.CANCELLED);
        assertThat(cancelled.endedOn()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(cancelled.balance().signum()).isZero();
        assertThat(world.paid(cast, cancelled)).isEqualByComparingTo("700");
        assertThat(world.open(cast, "2026-11-23")).isEqualTo(sums("2026-12-31", "800.00"));
        assertThat(world.open(cast, "2026-11-24")).isEqualTo(sums("2026-10-31", "300.00", "2026-11-15", "500.00"));
        world.checkBooks(cast, "2026-10-01", "2026-12-31");
    }

    @Test
    void a_plan_that_is_approved_and_cancelled_on_one_day_leaves_no_trace_in_the_ledger() {
        PaymentPlan plan = world.active(cast, List.of(first, second), row("2026-12-31", "1500.00"));
        world.pay(cast, "200.00", "2026-11-20");

        done(world.cancel(cast.manager(), world.read(cast, plan)));

        assertThat(world.open(cast, "2026-11-20")).isEqualTo(sums("2026-10-31", "800.00", "2026-11-15", "500.00"));
        world.checkBooks(cast, "2026-10-01", "2026-12-31");
    }

    @Test
    void a_customers_plans_come_newest_first_by_status() {
        PaymentPlan rejected = done(world.reject(cast.finance(), proposed(row("2026-12-31", "1500.00"))));
        PaymentPlan active = world.active(cast, List.of(first, second), row("2026-12-31", "1500.00"));

        assertThat(plansOf(Set.of())).containsExactly(active.id(), rejected.id());
        assertThat(plansOf(Set.of(PlanStatus.REJECTED))).containsExactly(rejected.id());
    }

    /** Page by page, one plan each. */
    private List<String> plansOf(Set<PlanStatus> statuses) {
        List<String> ids = new ArrayList<>();
        Page<PaymentPlan> page;
        String after = null;
        do {
            Paging paging = new Paging(1, after, true);
            page = world.as(cast.tenant(), () -> plans.pages(List.of(cast.customer()), statuses, paging))
                    .get(cast.customer());
            page.nodes().forEach(plan -> ids.add(plan.id()));
            after = page.pageInfo().endCursor();
        } while (page.pageInfo().hasNextPage());
        assertThat(page.totalCount()).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void the_receivables_of_a_plan_are_known_and_the_decision_can_carry_a_note() {
        PaymentPlan plan = proposed(row("2026-12-31", "1500.00"));
        DecidePaymentPlan plain = decision(plan);
        PaymentPlan active = done(world.decideApprove(
                cast.finance(),
                new DecidePaymentPlan(plain.clientKey(), plain.id(), plain.version(), "Agreed by phone.")));

        assertThat(active.decisionNote()).isEqualTo("Agreed by phone.");
        UUID id = NodeId.uuidOf(plan.id());
        assertThat(world.as(cast.tenant(), () -> plans.receivablesOf(List.of(id)))
                        .get(id))
                .extracting(receivable -> NodeId.uuidOf(receivable.id()))
                .containsExactly(first, second);
    }

    private PaymentPlan proposed(InstallmentLine... rows) {
        return done(world.propose(cast.manager(), world.over(cast, List.of(first, second), rows)));
    }

    private List<String> refused(InstallmentLine... rows) {
        return codes(world.propose(cast.manager(), world.over(cast, List.of(first, second), rows)));
    }

    private String rulingPlan(UUID receivable) {
        PaymentPlan plan = world.as(cast.tenant(), () -> plans.rulingOver(List.of(receivable)))
                .get(receivable);
        return plan == null ? null : plan.id();
    }
}
