package io.huikuan.alert;

import io.huikuan.alert.data.AlertReads;
import io.huikuan.alert.data.AlertReads.AlertRow;
import io.huikuan.alert.data.AlertRule;
import io.huikuan.alert.data.CauseStore;
import io.huikuan.alert.data.CauseStore.Standing;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks once more whether what alerts warn of still stands, for whoever is about to tell somebody. */
@ApplicationScoped
@Transactional
public class AlertCauses {

    private final AlertReads reads;
    private final CauseStore causes;
    private final BusinessDates dates;

    AlertCauses(AlertReads reads, CauseStore causes, BusinessDates dates) {
        this.reads = reads;
        this.causes = causes;
        this.dates = dates;
    }

    /**
     * An alert as it stands now.
     *
     * @param raisedAt when this occurrence was raised
     * @param stands whether it is unresolved and its cause stands on the business date
     * @param title what it says today
     */
    public record Now(
            AlertType type,
            Severity severity,
            int occurrence,
            Instant raisedAt,
            boolean stands,
            UUID customer,
            String customerName,
            Title title) {}

    /** What an alert says. */
    public interface Title {

        /**
         * The words.
         *
         * @param asked the amount in the place of all that is at stake, in the same currency; empty: all
         */
        String in(Language language, Optional<BigDecimal> asked);
    }

    /** How these alerts stand. */
    public Map<UUID, Now> now(Collection<UUID> alerts) {
        Map<UUID, AlertRow> rows = reads.byIds(alerts);
        Map<AlertRule, List<AlertRow>> byRule = rows.values().stream()
                .filter(row -> row.status() != AlertStatus.RESOLVED)
                .collect(Collectors.groupingBy(row -> AlertRule.of(row.type())));
        Map<UUID, Now> now = new HashMap<>();
        rows.values().forEach(row -> now.put(row.id(), now(row, false)));
        byRule.forEach((rule, its) -> {
            Set<Standing> standing = causes.standing(
                    rule, dates.today(), its.stream().map(AlertRow::subject).toList());
            its.forEach(row -> now.put(row.id(), now(row, standing.contains(cause(row)))));
        });
        return now;
    }

    private Now now(AlertRow row, boolean stands) {
        return new Now(
                row.type(),
                row.severity(),
                row.occurrence(),
                row.raisedAt(),
                stands,
                row.customer(),
                row.customerName(),
                title(row, dates.today()));
    }

    private static Title title(AlertRow row, LocalDate on) {
        AlertTitle.Facts facts = AlertTitle.Facts.of(row, on);
        return (language, asked) -> AlertTitle.of(asked.map(facts::over).orElse(facts), language);
    }

    private static Standing cause(AlertRow row) {
        return new Standing(row.type().name(), row.subject(), row.causeDate(), row.causeKey());
    }
}
