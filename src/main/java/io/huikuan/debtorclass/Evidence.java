package io.huikuan.debtorclass;

import io.huikuan.debtorclass.data.EvidenceReads;
import io.huikuan.debtorclass.data.EvidenceReads.Facts;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.promise.PromiseRate;
import io.huikuan.promise.PromiseRates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Puts together what is known of how customers pay: two statements, whatever their number. */
@ApplicationScoped
class Evidence {

    private final EvidenceReads reads;
    private final PromiseRates promises;

    Evidence(EvidenceReads reads, PromiseRates promises) {
        this.reads = reads;
        this.promises = promises;
    }

    /** The evidence on each of the customers that the actor may see. */
    Map<UUID, DebtorEvidence> of(Collection<UUID> customers) {
        Map<UUID, List<PromiseRate>> rates = promises.ofCustomers(customers);
        Map<UUID, DebtorEvidence> found = new HashMap<>();
        reads.facts(customers)
                .forEach((customer, facts) ->
                        found.put(customer, evidence(facts, rates.getOrDefault(customer, List.of()))));
        return found;
    }

    private static DebtorEvidence evidence(Facts facts, List<PromiseRate> rates) {
        int matured = rates.stream().mapToInt(PromiseRate::matured).sum();
        return new DebtorEvidence(
                facts.settled(),
                facts.medianDaysLate(),
                matured,
                matured - rates.stream().mapToInt(PromiseRate::kept).sum(),
                unkeptByAmount(rates),
                facts.concessions().payments(),
                facts.concessions().paymentsInWindow(),
                facts.concessions().paidFor(),
                facts.daysOverdue(),
                facts.overdue(),
                facts.disputed(),
                facts.disputes().decided(),
                facts.disputes().rejected(),
                facts.contacts().all(),
                facts.contacts().refused(),
                facts.contacts().unanswered(),
                facts.contacts().hardship(),
                facts.plansAsked(),
                facts.sellThrough());
    }

    private static Decimal unkeptByAmount(List<PromiseRate> rates) {
        return rates.stream()
                .map(PromiseRate::paidRate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(paid -> Decimal.of(BigDecimal.ONE.subtract(paid.value())))
                .orElse(null);
    }
}
