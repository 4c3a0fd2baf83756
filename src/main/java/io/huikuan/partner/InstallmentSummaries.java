package io.huikuan.partner;

import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Receivables;
import io.huikuan.plan.PaymentPlans;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows installments as a partner may see them: by the numbers of what they belong to. */
@ApplicationScoped
class InstallmentSummaries {

    private final Receivables receivables;
    private final PaymentPlans plans;

    InstallmentSummaries(Receivables receivables, PaymentPlans plans) {
        this.receivables = receivables;
        this.plans = plans;
    }

    /** How each of the installments is shown; the numbers are read for all of them at once. */
    Function<Installment, InstallmentSummary> of(Collection<Installment> all) {
        Map<UUID, String> planned = plans.numbers(ids(all, Installment::plan));
        Map<UUID, String> owed = receivables.numbers(ids(all, Installment::receivable));
        return installment -> new InstallmentSummary(
                Optional.ofNullable(installment.plan()).map(planned::get).orElse(null),
                Optional.ofNullable(installment.receivable()).map(owed::get).orElse(null),
                installment.sequence(),
                installment.dueDate(),
                installment.amount(),
                installment.balance(),
                installment.timing());
    }

    private static Set<UUID> ids(Collection<Installment> all, Function<Installment, UUID> part) {
        return all.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
