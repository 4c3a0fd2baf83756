package io.huikuan.ledger;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.ledger.data.PlanScheduleStore;
import io.huikuan.ledger.data.PlanScheduleStore.InForce;
import io.huikuan.ledger.data.PlanScheduleStore.Ruled;
import io.huikuan.ledger.data.ScheduleStore;
import io.huikuan.ledger.data.ScheduleStore.InstallmentRow;
import io.huikuan.ledger.data.ScheduleStore.ScheduleRow;
import io.huikuan.ledger.data.ScheduleStore.ShareRow;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.ledger.domain.PlanShares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says which schedule rules a receivable from a day on: its own terms or a plan (rule 6). Balances do not move by this, only when what is
 * open is due: own terms are booked all the time, so a plan takes over what is open of them, and gives it back without any booking. A
 * receivable of which nothing is open when its plan begins, is accelerated or is superseded stays with, or goes back to, its own terms.
 *
 * <p>Everything runs within the caller's transaction, whose first act was to lock the customer's row, and takes effect on the
 * business date: no entry is dated after it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Schedules {

    private final ScheduleStore schedules;
    private final PlanScheduleStore plans;
    private final Ledger ledger;

    Schedules(ScheduleStore schedules, PlanScheduleStore plans, Ledger ledger) {
        this.schedules = schedules;
        this.plans = plans;
        this.ledger = ledger;
    }

    /** The schedule of a plan that is not in force yet; rows in the order of their due dates. */
    public record Proposal(UUID plan, UUID customer, String currency, List<DatedAmount> rows) {

        public Proposal {
            rows = List.copyOf(rows);
        }
    }

    /** A plan that comes into force over these receivables; the plans that it takes over from lose all that they rule. */
    public record Start(UUID plan, Set<UUID> receivables, Set<UUID> superseded) {

        public Start {
            receivables = Set.copyOf(receivables);
            superseded = Set.copyOf(superseded);
        }
    }

    /** Writes the schedule of a proposed plan. It rules nothing until it is started. */
    public void propose(Proposal proposal) {
        UUID schedule = Uuids.next();
        schedules.insertSchedules(
                List.of(new ScheduleRow(schedule, proposal.customer(), proposal.currency(), null, proposal.plan(), 1)));
        List<InstallmentRow> installments = new ArrayList<>();
        for (DatedAmount row : proposal.rows()) {
            installments.add(new InstallmentRow(
                    Uuids.next(),
                    schedule,
                    installments.size() + 1,
                    row.dueDate(),
                    row.amount().value(),
                    null));
        }
        schedules.insertInstallments(installments);
    }

    /** What is open of each of these receivables on the day; those of which nothing is open are left out. */
    public Map<UUID, BigDecimal> openOf(Collection<UUID> receivables, LocalDate on) {
        return plans.openOldestFirst(receivables, on).stream()
                .collect(Collectors.groupingBy(
                        PlanShares.Open::receivable,
                        Collectors.reducing(BigDecimal.ZERO, PlanShares.Open::amount, BigDecimal::add)));
    }

    /** The plans that rule some of these receivables on the day, each with those of its receivables of which something is open. */
    public Map<UUID, Set<UUID>> plansOver(Collection<UUID> receivables, LocalDate on) {
        Map<UUID, Set<UUID>> open = new TreeMap<>();
        for (Ruled ruled : plans.ruledByPlansOver(receivables, on)) {
            Set<UUID> ofPlan = open.computeIfAbsent(ruled.plan(), any -> new HashSet<>());
            if (ruled.open().signum() > 0) {
                ofPlan.add(ruled.receivable());
            }
        }
        return open;
    }

    /**
     * Puts a proposed plan into force. Its installments are filled with what is open, the oldest first; from the day on they rule in the
     * place of whatever ruled before.
     *
     * @throws IllegalArgumentException when the installments do not sum to what is open
     */
    public void start(Start start, LocalDate from) {
        InForce schedule = inForce(start.plan());
        List<PlanShares.Part> parts = PlanShares.fill(
                plans.installmentsOf(schedule.schedule()), plans.openOldestFirst(start.receivables(), from));
        Set<UUID> planned = receivablesOf(parts);
        Set<UUID> released = start.superseded().stream()
                .flatMap(plan -> plans.ruledBy(plan, from).stream())
                .map(Ruled::receivable)
                .filter(receivable -> !planned.contains(receivable))
                .collect(Collectors.toSet());
        rule(schedule, parts, released, from);
    }

    /** Makes all that is open of a plan due on the day, in one installment of a new version of its schedule. */
    public void accelerate(UUID plan, LocalDate from) {
        InForce before = inForce(plan);
        Map<Boolean, List<Ruled>> ruled = plans.ruledBy(plan, from).stream()
                .collect(Collectors.partitioningBy(each -> each.open().signum() > 0));
        InForce now = new InForce(Uuids.next(), before.customer(), before.currency(), before.version() + 1);
        UUID installment = Uuids.next();
        List<PlanShares.Part> parts = ruled.get(true).stream()
                .map(each -> new PlanShares.Part(installment, from, each.receivable(), each.open()))
                .toList();
        BigDecimal total = parts.stream().map(PlanShares.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        schedules.insertSchedules(
                List.of(new ScheduleRow(now.schedule(), now.customer(), now.currency(), null, plan, now.version())));
        schedules.insertInstallments(List.of(new InstallmentRow(installment, now.schedule(), 1, from, total, null)));
        rule(now, parts, ruled.get(false).stream().map(Ruled::receivable).collect(Collectors.toSet()), from);
    }

    /** Lets the own terms of all that a plan rules rule again from the day on. */
    public void returnToTerms(UUID plan, LocalDate from) {
        Set<UUID> released =
                plans.ruledBy(plan, from).stream().map(Ruled::receivable).collect(Collectors.toSet());
        rule(inForce(plan), List.of(), released, from);
    }

    private void rule(InForce schedule, List<PlanShares.Part> parts, Set<UUID> released, LocalDate from) {
        Set<UUID> all = new HashSet<>(receivablesOf(parts));
        all.addAll(released);
        schedules.endRule(all, from);
        if (!released.isEmpty()) {
            schedules.ruleByOwnTerms(released, from);
        }
        if (!parts.isEmpty()) {
            schedules.insertShares(parts.stream()
                    .map(part -> new ShareRow(
                            Uuids.next(),
                            part.installment(),
                            schedule.schedule(),
                            part.receivable(),
                            schedule.customer(),
                            schedule.currency(),
                            part.dueDate(),
                            null,
                            from,
                            part.amount()))
                    .toList());
        }
        ledger.announce(Set.of(schedule.customer()));
    }

    private static Set<UUID> receivablesOf(List<PlanShares.Part> parts) {
        return parts.stream().map(PlanShares.Part::receivable).collect(Collectors.toSet());
    }

    private InForce inForce(UUID plan) {
        return plans.inForce(plan).orElseThrow(() -> new IllegalStateException("a plan without a schedule"));
    }
}
