package io.huikuan.partner;

import io.huikuan.analytics.Aging;
import io.huikuan.analytics.BalanceQuestion;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Installments;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableFilter;
import io.huikuan.ledger.Receivables;
import io.huikuan.payment.Payment;
import io.huikuan.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the partner who is asking sees of its own account. Somebody else, staff included, has none. */
@ApplicationScoped
@Transactional
public class PartnerAccounts {

    private static final ReceivableFilter OPEN = new ReceivableFilter(null, true, null, null, null, null, null);

    private final CustomerReads customers;
    private final Aging aging;
    private final Receivables receivables;
    private final Installments installments;
    private final InstallmentSummaries summaries;
    private final Payments payments;
    private final CurrentActor actor;

    PartnerAccounts(
            CustomerReads customers,
            Aging aging,
            Receivables receivables,
            Installments installments,
            InstallmentSummaries summaries,
            Payments payments,
            CurrentActor actor) {
        this.customers = customers;
        this.aging = aging;
        this.receivables = receivables;
        this.installments = installments;
        this.summaries = summaries;
        this.payments = payments;
        this.actor = actor;
    }

    /** The account; empty for everybody but a partner. */
    public Optional<PartnerAccount> mine() {
        return actor.get().customer().flatMap(customers::find).map(PartnerAccount::of);
    }

    /** What is owed on the business date, by currency; laid into buckets, with the announced payments, with what is disputed, each as asked for. */
    public List<PartnerBalance> balances(PartnerAccount account, boolean buckets, boolean announced, boolean disputed) {
        BalanceQuestion question = new BalanceQuestion(aging.day(null), buckets, announced, disputed);
        return one(account, aging.balances(of(account), question), List.of()).stream()
                .map(PartnerBalance::of)
                .toList();
    }

    /** Documents with something open, in the order of their due dates. */
    public Page<ReceivableSummary> openReceivables(PartnerAccount account, Paging paging) {
        return one(account, receivables.pages(of(account), OPEN, paging), Page.<Receivable>empty())
                .map(ReceivableSummary::of);
    }

    /** Installments of the schedules that rule, in the order of their due dates. */
    public Page<InstallmentSummary> installments(PartnerAccount account, boolean openOnly, Paging paging) {
        Page<Installment> page =
                one(account, installments.pages(of(account), openOnly, paging), Page.<Installment>empty());
        return page.map(summaries.of(page.nodes()));
    }

    /** Payments, the newest first. */
    public Page<PaymentSummary> payments(PartnerAccount account, Paging paging) {
        return one(account, payments.pages(of(account), paging), Page.<Payment>empty())
                .map(PaymentSummary::of);
    }

    private static Set<UUID> of(PartnerAccount account) {
        return Set.of(account.customer());
    }

    private static <T> T one(PartnerAccount account, Map<UUID, T> found, T otherwise) {
        return found.getOrDefault(account.customer(), otherwise);
    }
}
