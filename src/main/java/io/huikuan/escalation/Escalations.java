package io.huikuan.escalation;

import io.huikuan.escalation.data.EscalationReads;
import io.huikuan.escalation.data.MeasureStore;
import io.huikuan.escalation.data.RiskReads;
import io.huikuan.escalation.data.RiskReads.Trade;
import io.huikuan.kernel.graph.AlertSubjectFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers cases and what belongs to them. What the actor may not see does not exist; partners see none. */
@ApplicationScoped
@Transactional
public class Escalations implements AlertSubjectFinder {

    /** Over how many days sales are counted. */
    static final int DAYS_OF_SALES = 365;

    private final EscalationReads reads;
    private final MeasureStore measures;
    private final RiskReads risks;
    private final TenantSettingsService settings;
    private final BusinessDates dates;

    Escalations(
            EscalationReads reads,
            MeasureStore measures,
            RiskReads risks,
            TenantSettingsService settings,
            BusinessDates dates) {
        this.reads = reads;
        this.measures = measures;
        this.risks = risks;
        this.settings = settings;
        this.dates = dates;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ESCALATION;
    }

    @Override
    public Optional<Escalation> find(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Escalation> subjects(Set<UUID> ids) {
        return byIds(ids);
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, Escalation> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reads.byIds(ids);
    }

    /** A page of all that match, the newest first. */
    public Page<Escalation> page(EscalationFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** The open case of each of the customers that has one. */
    public Map<UUID, Escalation> openOf(Collection<UUID> customers) {
        return reads.openOf(customers);
    }

    /** The stage that is proposed in each of the cases; one without is left out. */
    public Map<UUID, EscalationProposal> proposals(Collection<UUID> escalations) {
        return reads.proposals(escalations);
    }

    /** A page of the measures of each of the cases, the newest first. */
    public Map<UUID, Page<EscalationMeasure>> measures(Collection<UUID> escalations, Paging paging) {
        return measures.pages(escalations, paging);
    }

    /** A page of what happened to each of the cases, the oldest first. */
    public Map<UUID, Page<EscalationEvent>> events(Collection<UUID> escalations, Paging paging) {
        return reads.events(escalations, paging);
    }

    /** What may be lost with each of the customers, which the actor is known to see, by currency. */
    public Map<UUID, List<SalesAtRisk>> salesAtRisk(Collection<UUID> customers) {
        LocalDate today = dates.today();
        LocalDate from = today.minusDays(DAYS_OF_SALES - 1L);
        TenantSettings tenant = settings.current();
        Map<UUID, List<SalesAtRisk>> byCustomer = new HashMap<>();
        risks.trade(customers, from)
                .forEach((customer, trades) -> byCustomer.put(
                        customer,
                        trades.stream()
                                .map(trade -> atRisk(trade, from, today, tenant))
                                .toList()));
        return byCustomer;
    }

    private static SalesAtRisk atRisk(Trade trade, LocalDate from, LocalDate to, TenantSettings tenant) {
        String currency = trade.currency();
        Money overdue = Money.of(trade.overdue(), currency);
        Decimal margin = tenant.grossMargin();
        return new SalesAtRisk(
                currency,
                from,
                to,
                amount(trade.sales(), currency),
                margin == null ? null : rounded(trade.sales().multiply(margin.value()), currency),
                amount(trade.orders(), currency),
                overdue.amount(),
                tenant.salesToMakeUp(overdue).map(Money::amount).orElse(null));
    }

    private static Decimal amount(BigDecimal value, String currency) {
        return Money.of(value, currency).amount();
    }

    private static Decimal rounded(BigDecimal value, String currency) {
        return amount(value.setScale(Currencies.minorUnitsOf(currency), RoundingMode.HALF_UP), currency);
    }
}
