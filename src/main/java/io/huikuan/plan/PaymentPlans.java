package io.huikuan.plan;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.plan.data.PlanReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers payment plans. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class PaymentPlans implements NodesFinder {

    private final PlanReads plans;
    private final Receivables receivables;

    PaymentPlans(PlanReads plans, Receivables receivables) {
        this.plans = plans;
        this.receivables = receivables;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PAYMENT_PLAN;
    }

    /** The plan. */
    @Override
    public Optional<PaymentPlan> find(UUID id) {
        return Optional.ofNullable(plans.byIds(List.of(id)).get(id));
    }

    /** The plan with the global id. */
    public Optional<PaymentPlan> find(String id) {
        return NodeId.uuid(NodeKind.PAYMENT_PLAN, id).flatMap(this::find);
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, PaymentPlan> byIds(Collection<UUID> ids) {
        return plans.byIds(ids);
    }

    @Override
    public Map<UUID, PaymentPlan> findAll(Set<UUID> ids) {
        return plans.byIds(ids);
    }

    /** A page of each customer's plans, the newest first; of these statuses, or of all where there is none. */
    public Map<UUID, Page<PaymentPlan>> pages(Collection<UUID> customers, Set<PlanStatus> statuses, Paging paging) {
        return plans.pages(customers, statuses, paging);
    }

    /** The plan that rules each of the receivables today; those that their own terms rule are left out. */
    public Map<UUID, PaymentPlan> rulingOver(Collection<UUID> receivableIds) {
        Map<UUID, UUID> ruling = plans.rulingOver(receivableIds);
        Map<UUID, PaymentPlan> found = plans.byIds(new HashSet<>(ruling.values()));
        Map<UUID, PaymentPlan> byReceivable = new HashMap<>();
        ruling.forEach((receivable, plan) -> byReceivable.put(receivable, found.get(plan)));
        byReceivable.values().removeIf(Objects::isNull);
        return byReceivable;
    }

    /** What payments paid through each of the plans; one through which nothing is paid is left out. */
    public Map<UUID, BigDecimal> paidOf(Collection<UUID> ids) {
        return plans.paid(ids);
    }

    /** The numbers of these, which the actor is known to see. */
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : plans.numbers(ids);
    }

    /** The receivables that each of the plans was made for, the oldest due first. */
    public Map<UUID, List<Receivable>> receivablesOf(Collection<UUID> planIds) {
        Map<UUID, List<UUID>> ids = plans.receivablesOf(planIds);
        Map<UUID, Receivable> found = receivables.byIds(
                ids.values().stream().flatMap(List::stream).distinct().toList());
        Map<UUID, List<Receivable>> byPlan = new HashMap<>();
        ids.forEach((plan, its) -> byPlan.put(
                plan, its.stream().map(found::get).filter(Objects::nonNull).toList()));
        return byPlan;
    }
}
