package io.huikuan.partner;

import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.AlertStatus;
import io.huikuan.alert.AlertType;
import io.huikuan.alert.Alerts;
import io.huikuan.alert.live.LiveAlerts;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Installments;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The alerts of the partner's own customer that are about its installments. Whether somebody at the supplier has taken one up or put it aside is not the partner's
 * matter: it sees every one that is not resolved.
 */
@ApplicationScoped
public class PartnerAlerts {

    private static final Set<AlertType> TYPES = Arrays.stream(PartnerAlertKind.values())
            .map(PartnerAlertKind::type)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<AlertStatus> UNRESOLVED =
            Set.of(AlertStatus.OPEN, AlertStatus.ACKNOWLEDGED, AlertStatus.SNOOZED);

    private final Alerts alerts;
    private final LiveAlerts live;
    private final Installments installments;
    private final InstallmentSummaries summaries;
    private final CurrentActor actor;

    PartnerAlerts(
            Alerts alerts,
            LiveAlerts live,
            Installments installments,
            InstallmentSummaries summaries,
            CurrentActor actor) {
        this.alerts = alerts;
        this.live = live;
        this.installments = installments;
        this.summaries = summaries;
        this.actor = actor;
    }

    /** A page of those that are not resolved, the newest first. */
    @Transactional
    public Page<PartnerAlert> page(Paging paging) {
        return alerts.page(wanted(UNRESOLVED), paging).map(PartnerAlert::of);
    }

    /** Each that is raised or comes back from now on; at least once. */
    public Multi<PartnerAlert> raised() {
        return live.raised(wanted(Set.of())).map(PartnerAlert::of);
    }

    private AlertFilter wanted(Set<AlertStatus> statuses) {
        UUID own = actor.get().customer().orElseThrow();
        return new AlertFilter(TYPES, statuses, Optional.of(own), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The installments of alerts, as the partner sees them. */
    @Transactional
    public Map<UUID, InstallmentSummary> installments(Collection<UUID> ids) {
        Map<UUID, Installment> found = installments.byIds(ids);
        Function<Installment, InstallmentSummary> shown = summaries.of(found.values());
        return found.values().stream().collect(Collectors.toMap(one -> NodeId.uuidOf(one.id()), shown));
    }
}
