package io.huikuan.alert;

import io.huikuan.concession.Concessions;
import io.huikuan.dispute.Disputes;
import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.AlertSubjectFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.ledger.Installments;
import io.huikuan.plan.PaymentPlans;
import io.huikuan.promise.Promises;
import io.huikuan.sellthrough.SellThroughService;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers what alerts are about, many at once. */
@ApplicationScoped
@Transactional
public class AlertSubjects {

    private final Installments installments;
    private final PaymentPlans plans;
    private final SellThroughService sellThrough;
    private final Promises promises;
    private final Disputes disputes;
    private final Concessions concessions;
    private final Alerts alerts;
    private final List<AlertSubjectFinder> finders;

    AlertSubjects(
            Installments installments,
            PaymentPlans plans,
            SellThroughService sellThrough,
            Promises promises,
            Disputes disputes,
            Concessions concessions,
            Alerts alerts,
            @All List<AlertSubjectFinder> finders) {
        this.installments = installments;
        this.plans = plans;
        this.sellThrough = sellThrough;
        this.promises = promises;
        this.disputes = disputes;
        this.concessions = concessions;
        this.alerts = alerts;
        this.finders = finders;
    }

    /** An alert's subject by the alert's type and what is stored in it. */
    public record Key(AlertType type, UUID subject) {}

    /** What is read together: the types whose subjects are of one kind. */
    private enum Kind {
        INSTALLMENT,
        PLAN,
        CYCLE,
        FINDING,
        PROMISE,
        SHORTFALL,
        DISPUTE,
        CONCESSION,
        ESCALATION;

        static Kind of(Key key) {
            return switch (key.type()) {
                case INSTALLMENT_DUE_SOON, INSTALLMENT_OVERDUE, STRATEGY_STEP -> INSTALLMENT;
                case PLAN_BROKEN -> PLAN;
                case SELL_THROUGH_REACHED -> CYCLE;
                case DATA_QUALITY -> FINDING;
                case PROMISE_DUE, PROMISE_BROKEN -> PROMISE;
                case PAYMENT_SHORTFALL -> SHORTFALL;
                case DISPUTE_DUE -> DISPUTE;
                case CONCESSION_DUE, CONCESSION_UNPAID -> CONCESSION;
                case ESCALATION_DUE -> ESCALATION;
            };
        }
    }

    /** The subjects that exist and can be seen. */
    public Map<Key, AlertSubject> of(Set<Key> keys) {
        Map<Key, AlertSubject> subjects = new HashMap<>();
        keys.stream().collect(Collectors.groupingBy(Kind::of)).forEach((kind, alike) -> {
            Map<UUID, ? extends AlertSubject> found =
                    of(kind, alike.stream().map(Key::subject).collect(Collectors.toSet()));
            alike.stream()
                    .filter(key -> found.containsKey(key.subject()))
                    .forEach(key -> subjects.put(key, found.get(key.subject())));
        });
        return subjects;
    }

    private Map<UUID, ? extends AlertSubject> of(Kind kind, Set<UUID> ids) {
        return switch (kind) {
            case INSTALLMENT -> installments.byIds(ids);
            case PLAN -> plans.byIds(ids);
            case CYCLE -> sellThrough.byIds(ids);
            case FINDING -> cyclesOf(ids);
            case PROMISE -> promises.byIds(ids);
            case SHORTFALL -> promisedOrPlanned(ids);
            case DISPUTE -> disputes.byIds(ids);
            case CONCESSION -> concessions.byIds(ids);
            case ESCALATION -> escalations(ids);
        };
    }

    /** Escalations are above alerts in the graph of capabilities. */
    private Map<UUID, ? extends AlertSubject> escalations(Set<UUID> ids) {
        return finders.stream()
                .filter(finder -> finder.kind() == NodeKind.ESCALATION)
                .findFirst()
                .orElseThrow()
                .subjects(ids);
    }

    /** A payment falls short of a promise or of a plan's installment. */
    private Map<UUID, AlertSubject> promisedOrPlanned(Set<UUID> ids) {
        Map<UUID, AlertSubject> found = new HashMap<>(promises.byIds(ids));
        Set<UUID> others = new HashSet<>(ids);
        others.removeAll(found.keySet());
        if (!others.isEmpty()) {
            found.putAll(installments.byIds(others));
        }
        return found;
    }

    /** An impossible report leads to the stock cycle into which it fell. */
    private Map<UUID, AlertSubject> cyclesOf(Collection<UUID> findings) {
        Map<UUID, UUID> cycles = alerts.cyclesOfFindings(findings);
        Map<UUID, ? extends AlertSubject> found = sellThrough.byIds(new HashSet<>(cycles.values()));
        return cycles.keySet().stream()
                .filter(finding -> found.containsKey(cycles.get(finding)))
                .collect(Collectors.toMap(Function.identity(), finding -> found.get(cycles.get(finding))));
    }
}
