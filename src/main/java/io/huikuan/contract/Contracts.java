package io.huikuan.contract;

import io.huikuan.contract.data.ContractReads;
import io.huikuan.contract.data.ContractStore;
import io.huikuan.contract.domain.ClauseCheck;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers contracts and checks payment clauses. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Contracts implements NodeFinder {

    private final ContractReads reads;
    private final ContractStore store;
    private final BusinessDates dates;

    Contracts(ContractReads reads, ContractStore store, BusinessDates dates) {
        this.reads = reads;
        this.store = store;
        this.dates = dates;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONTRACT;
    }

    @Override
    public Optional<Contract> find(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id));
    }

    /** A page of all that match, the newest first. */
    public Page<Contract> page(ContractFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** A page of all versions of each of the contracts, the newest first. */
    public Map<UUID, Page<Contract>> versions(Collection<UUID> contracts, Paging paging) {
        return reads.versions(contracts, paging);
    }

    /** By what costs are reckoned. */
    public ContractPolicy policy() {
        return store.policy();
    }

    /** What is wrong with a clause that is still to be signed. A {@link Problem} when it contradicts itself. */
    public ContractCheck check(PaymentClauseWish wish) {
        Refusals refusals = new Refusals();
        PaymentClause clause = new ContractRules(refusals, dates.today()).clause(wish, "clause.");
        if (refusals.any()) {
            UserError first = refusals.errors().get(0);
            throw new Problem(first.meaning(), String.join(".", first.field()) + ": " + first.message());
        }
        List<ContractFinding> findings = ClauseCheck.beforeSigning(clause, store.policy());
        return new ContractCheck(findings.isEmpty(), findings);
    }
}
