package io.huikuan.credit;

import io.huikuan.credit.data.CreditHistoryReads;
import io.huikuan.credit.data.StandingReads;
import io.huikuan.credit.domain.CreditJudge;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers how customers stand with their credit, for any day up to the business date, and whether an order may go on. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class CreditStandings {

    private static final String NO_ORDER = "";

    private final StandingReads reads;
    private final CreditHistoryReads history;
    private final CustomerReads customers;
    private final BusinessDates dates;
    private final CurrentActor actor;

    CreditStandings(
            StandingReads reads,
            CreditHistoryReads history,
            CustomerReads customers,
            BusinessDates dates,
            CurrentActor actor) {
        this.reads = reads;
        this.history = history;
        this.customers = customers;
        this.dates = dates;
        this.actor = actor;
    }

    /** The day that is meant: the business date when none is named. A later day is a {@link Problem} with AS_OF_IN_FUTURE. It does not block. */
    public LocalDate day(LocalDate asOfOrNull) {
        LocalDate today = dates.today();
        if (asOfOrNull != null && asOfOrNull.isAfter(today)) {
            throw new Problem(ErrorCode.AS_OF_IN_FUTURE, "asOf is after the business date " + today + ".");
        }
        return asOfOrNull == null ? today : asOfOrNull;
    }

    /** How much these customers, which the actor is known to see, may owe today. */
    public Map<UUID, Money> limitsInForce(Collection<UUID> ids) {
        return reads.limits(ids, dates.today());
    }

    /** How each of the customers stands. */
    public Map<UUID, CreditStanding> of(Collection<UUID> ids, LocalDate asOf) {
        return reads.standings(ids, asOf, NO_ORDER);
    }

    /** How the customer stands on the business date. */
    public Optional<CreditStanding> find(UUID customer) {
        return Optional.ofNullable(of(List.of(customer), dates.today()).get(customer));
    }

    /**
     * What is asked of a check.
     *
     * @param customerId the global id; null: the code tells
     * @param customerCode null: the id tells
     * @param order the number of the order, which is not counted besides when it is recorded already; null: it has none yet
     */
    public record Question(
            String customerId, String customerCode, MoneyInput amount, CreditStage stage, String order) {}

    /**
     * Whether the order may go on; empty when there is no such customer. A {@link Problem} unless exactly one of id and code is given, and for an amount that is
     * below zero, in no currency, or finer than its currency.
     */
    public Optional<CreditCheck> check(Question question) {
        if ((question.customerId() == null) == (question.customerCode() == null)) {
            throw new Problem(ErrorCode.EXACTLY_ONE, "Give exactly one of the customer's id and code.");
        }
        Money amount = amount(question.amount());
        Optional<UUID> customer = question.customerId() == null
                ? customers.findByCode(question.customerCode()).map(found -> found.uuid())
                : NodeId.uuid(NodeKind.CUSTOMER, question.customerId());
        return customer.flatMap(id -> check(id, amount, question.stage(), question.order()));
    }

    private static Money amount(MoneyInput input) {
        Refusals refusals = new Refusals();
        Money amount = refusals.notNegative("orderAmount", input);
        if (refusals.any()) {
            throw new Problem(
                    refusals.errors().get(0).meaning(), refusals.errors().get(0).message());
        }
        return amount;
    }

    /** The same for one customer; an amount of zero asks how it stands. */
    Optional<CreditCheck> check(UUID customer, Money amount, CreditStage stage, String orderOrNull) {
        LocalDate today = dates.today();
        String order = orderOrNull == null ? NO_ORDER : orderOrNull;
        return Optional.ofNullable(
                        reads.standings(List.of(customer), today, order).get(customer))
                .map(standing -> {
                    List<CreditVerdict> verdicts = CreditJudge.verdicts(standing, amount, stage);
                    return new CreditCheck(
                            today,
                            dates.now(),
                            stage,
                            amount,
                            verdicts.stream().noneMatch(CreditVerdict::blocks),
                            verdicts,
                            standing,
                            after(standing.available(), amount));
                });
    }

    private static Money after(Money available, Money order) {
        return available == null || !available.currency().equals(order.currency())
                ? null
                : Money.of(available.value().subtract(order.value()), available.currency());
    }

    /** How the partner who is asking stands; empty for everybody else. */
    public Optional<MyCredit> mine() {
        return actor.get().customer().flatMap(this::find).map(standing -> {
            Money limit = standing.limitAmount();
            return new MyCredit(
                    limit,
                    limit == null ? null : standing.limit().validUntil(),
                    limit == null ? null : used(standing, limit),
                    standing.available(),
                    !standing.holds().isEmpty());
        });
    }

    private static Money used(CreditStanding standing, Money limit) {
        return Money.of(
                standing.exposureIn(limit.currency())
                        .map(exposure -> exposure.exposure().value())
                        .orElse(BigDecimal.ZERO),
                limit.currency());
    }

    /** A page of each customer's limits, the newest first. */
    public Map<UUID, Page<CreditLimit>> limits(Collection<UUID> ids, Paging paging) {
        return history.limits(ids, paging);
    }

    /** A page of each customer's assessments, the newest first. */
    public Map<UUID, Page<CreditAssessment>> assessments(Collection<UUID> ids, Paging paging) {
        return history.assessments(ids, paging);
    }
}
