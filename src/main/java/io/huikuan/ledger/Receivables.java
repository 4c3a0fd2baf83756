package io.huikuan.ledger;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.data.HistoryReads;
import io.huikuan.ledger.data.InstallmentReads;
import io.huikuan.ledger.data.ReceivableReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers what is owed: receivables, their installments and their history. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Receivables implements NodesFinder {

    private final ReceivableReads receivables;
    private final InstallmentReads installments;
    private final HistoryReads history;

    Receivables(ReceivableReads receivables, InstallmentReads installments, HistoryReads history) {
        this.receivables = receivables;
        this.installments = installments;
        this.history = history;
    }

    /** The one with this id or this number; exactly one of the two is a {@link Problem} otherwise. */
    public Optional<Receivable> find(String idOrNull, String numberOrNull) {
        if ((idOrNull == null) == (numberOrNull == null)) {
            throw new Problem(ErrorCode.EXACTLY_ONE, "Give exactly one of id and number.");
        }
        return idOrNull == null
                ? receivables.byNumber(numberOrNull)
                : NodeId.uuid(NodeKind.RECEIVABLE, idOrNull).flatMap(this::byId);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.RECEIVABLE;
    }

    @Override
    public Optional<Receivable> find(UUID id) {
        return byId(id);
    }

    /** The one with this id. */
    public Optional<Receivable> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, Receivable> byIds(Collection<UUID> ids) {
        return receivables.byIds(ids);
    }

    @Override
    public Map<UUID, Receivable> findAll(Set<UUID> ids) {
        return receivables.byIds(ids);
    }

    /** A page of all that match, in the order of due dates. */
    public Page<Receivable> page(ReceivableFilter filter, Paging paging) {
        return receivables.page(filter, paging);
    }

    /** A page for each of the customers. */
    public Map<UUID, Page<Receivable>> pages(Collection<UUID> customers, ReceivableFilter filter, Paging paging) {
        return receivables.pages(customers, filter, paging);
    }

    /** The installments of the receivables' own terms. */
    public Map<UUID, List<Installment>> installmentsOf(Collection<UUID> ids) {
        return installments.ofReceivables(ids);
    }

    /** What payments have paid of each of the installments; one of which nothing is paid is left out. */
    public Map<UUID, BigDecimal> paidOf(Collection<UUID> installmentIds) {
        return installments.paid(installmentIds);
    }

    /** The numbers of these, which the actor is known to see. */
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : receivables.numbers(ids);
    }

    /** A page of the history of each receivable. */
    public Map<UUID, Page<LedgerEntry>> historyOf(Collection<UUID> ids, Paging paging) {
        return history.pages(ids, paging);
    }
}
