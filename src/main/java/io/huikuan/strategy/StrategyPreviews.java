package io.huikuan.strategy;

import io.huikuan.contact.ContactPolicies;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.strategy.data.StrategyReads;
import io.huikuan.strategy.data.VerdictReads;
import io.huikuan.strategy.data.VerdictReads.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows what a version of a strategy would do, by the same verdicts as the run's. */
@ApplicationScoped
@Transactional
public class StrategyPreviews {

    private static final int MOST_DAYS_AHEAD = 90;

    private final VerdictReads verdicts;
    private final StrategyReads strategies;
    private final ContactPolicies policies;
    private final BusinessDates dates;

    StrategyPreviews(VerdictReads verdicts, StrategyReads strategies, ContactPolicies policies, BusinessDates dates) {
        this.verdicts = verdicts;
        this.strategies = strategies;
        this.policies = policies;
        this.dates = dates;
    }

    /**
     * What the draft of a strategy, or else its active version, would do on a day from the business date on (null: that date), with what is open now; empty when there is no such
     * strategy that the actor sees, or it was ended.
     */
    public Optional<StrategyPreview> of(String strategyId, LocalDate asOfOrNull) {
        LocalDate asOf = asOfOrNull == null ? dates.today() : asOfOrNull;
        if (asOf.isBefore(dates.today()) || asOf.isAfter(dates.today().plusDays(MOST_DAYS_AHEAD))) {
            throw new Problem(
                    ErrorCode.BAD_INPUT, "asOf is the business date or at most " + MOST_DAYS_AHEAD + " days after it.");
        }
        return NodeId.uuid(NodeKind.STRATEGY, strategyId)
                .flatMap(strategies::find)
                .flatMap(strategy -> candidate(strategy.uuid()))
                .map(version -> preview(version, asOf));
    }

    private Optional<StrategyVersion> candidate(UUID strategy) {
        List<UUID> one = List.of(strategy);
        return Optional.ofNullable(strategies.only(one, StrategyStatus.DRAFT).get(strategy))
                .or(() -> Optional.ofNullable(
                        strategies.only(one, StrategyStatus.ACTIVE).get(strategy)));
    }

    private StrategyPreview preview(StrategyVersion version, LocalDate asOf) {
        Question question = question(version.strategy(), version.number(), asOf);
        return new StrategyPreview(asOf, version.number(), verdicts.counts(question), version.strategy());
    }

    /** A page of the preview's customers by their codes; of these verdicts, or of all where there is none. */
    public Page<StrategyPreviewRow> rows(StrategyPreview preview, Collection<StrategyVerdict> of, Paging paging) {
        return verdicts.page(question(preview.strategy(), preview.number(), preview.asOf()), of, paging);
    }

    private Question question(UUID strategy, int number, LocalDate asOf) {
        return new Question(
                new VersionKey(strategy, number), asOf, policies.policy().quietDays());
    }
}
