package io.huikuan.strategy;

import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.strategy.data.StepReads;
import io.huikuan.strategy.data.StrategyReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers strategies to those who lead: a manager of a region those of his region and of all regions. Others see the active version of what their customers follow. */
@ApplicationScoped
@Transactional
public class Strategies implements NodeFinder {

    private final StrategyReads reads;
    private final StepReads steps;

    Strategies(StrategyReads reads, StepReads steps) {
        this.reads = reads;
        this.steps = steps;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.STRATEGY;
    }

    @Override
    public Optional<Strategy> find(UUID id) {
        return reads.find(id);
    }

    /** A page of strategies, the newest first; those that were ended too, or not. */
    public Page<Strategy> page(boolean endedToo, Paging paging) {
        return reads.page(endedToo, paging);
    }

    /** The strategy that each of the customers, which the actor is known to see, follows today; none where it follows none. */
    public Map<UUID, Strategy> followedBy(Collection<UUID> customers) {
        return reads.followedBy(customers);
    }

    /** These strategies, for who is known to see what they did. */
    public Map<UUID, Strategy> byIds(Collection<UUID> ids) {
        return reads.byIds(ids);
    }

    /** A page of each strategy's versions, the newest first. */
    public Map<UUID, Page<StrategyVersion>> versions(Collection<UUID> strategies, Paging paging) {
        return reads.versions(strategies, paging);
    }

    /** The version of each of the strategies that has this status; none where there is none. At most one is ACTIVE, and one DRAFT. */
    public Map<UUID, StrategyVersion> only(Collection<UUID> strategies, StrategyStatus status) {
        return reads.only(strategies, status);
    }

    /** The steps of each of the versions, in their order. */
    public Map<VersionKey, List<StrategyStep>> steps(Set<VersionKey> versions) {
        return steps.ofVersions(versions);
    }

    /** These steps. */
    public Map<StepKey, StrategyStep> stepsOf(Set<StepKey> keys) {
        return steps.byKeys(keys);
    }
}
