package io.huikuan.alert.data;

import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.AlertStatus;
import io.huikuan.alert.AlertType;
import io.huikuan.alert.Severity;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads alerts as they stand on the business date: only those of customers whom the actor sees. The newest come first. */
@ApplicationScoped
public class AlertReads {

    /** An alert that was given to somebody who may no longer see the customer belongs to the customer's owner again. */
    static final String ASSIGNEE =
            "case when sees_customer(w.active, w.roles, w.region, w.id, c.owner_id, c.region) then w.id else c.owner_id end";

    private static final String STATUS =
            "case when a.status = 'SNOOZED' and a.snoozed_until <= :today then 'OPEN' else a.status end";

    private static final String COLUMNS =
            "a.id, a.type, a.subject_id, a.cause_date, a.cause_key, a.customer_id, c.name as customer_name,"
                    + " a.severity, " + STATUS
                    + " as status, a.occurrence, a.amount, a.currency, a.rate, a.raised_at, a.business_date, "
                    + ASSIGNEE
                    + " as assignee_id, a.snoozed_until, a.resolved_at, a.resolved_because, c.owner_id, c.region";

    private static final String GIVEN = " left join app_user w on w.tenant_id = :tenant and w.id = a.assigned_to";

    private static final String FROM = " from alert a join customer c on c.tenant_id = :tenant and c.id = a.customer_id"
            + GIVEN + " where a.tenant_id = :tenant and ";

    private static final String NEWEST_FIRST = " order by a.raised_at desc, a.id desc limit :fetch";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    AlertReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** An alert as stored, with what it takes to show it and to tell who sees it. */
    public record AlertRow(
            UUID id,
            AlertType type,
            UUID subject,
            LocalDate causeDate,
            String causeKey,
            UUID customer,
            String customerName,
            Severity severity,
            AlertStatus status,
            int occurrence,
            Money stake,
            BigDecimal rate,
            Instant raisedAt,
            LocalDate businessDate,
            Optional<UUID> assignee,
            LocalDate snoozedUntil,
            Instant resolvedAt,
            String resolvedBecause,
            Optional<UUID> customerOwner,
            Optional<String> customerRegion) {

        /** Its place in lists. */
        public Cursor cursor() {
            return Cursor.of(raisedAt, id);
        }
    }

    /** Up to {@code paging.fetch()} alerts. */
    public List<AlertRow> page(AlertFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String condition = condition(filter) + (after.isPresent() ? BEFORE : "");
        Statement statement = bound("select " + COLUMNS + FROM + visible() + condition + NEWEST_FIRST, filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> bind(statement, cursor));
        return statement.list(AlertReads::row);
    }

    /** How many alerts there are. */
    public int count(AlertFilter filter) {
        return bound("select count(*) as alerts" + FROM + visible() + condition(filter), filter)
                .one(row -> row.integer("alerts"));
    }

    /** Up to {@code paging.fetch()} alerts of each customer. */
    public Map<UUID, List<AlertRow>> pages(Collection<UUID> customers, AlertFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String condition = condition(filter) + (after.isPresent() ? BEFORE : "");
        Statement statement = bound(
                        "select found.* from customer c cross join lateral (select " + COLUMNS + " from alert a" + GIVEN
                                + " where a.tenant_id = :tenant and a.customer_id = c.id" + condition + NEWEST_FIRST
                                + ") found where c.tenant_id = :tenant and c.id = any(:customers) and " + visible(),
                        filter)
                .uuids("customers", customers)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> bind(statement, cursor));
        return statement.group(row -> row.uuid("customer_id"), AlertReads::row);
    }

    /** How many alerts each customer has; one without is left out. */
    public Map<UUID, Integer> counts(Collection<UUID> customers, AlertFilter filter) {
        return bound(
                        "select a.customer_id, count(*) as alerts" + FROM + visible()
                                + " and a.customer_id = any(:customers)" + condition(filter)
                                + " group by a.customer_id",
                        filter)
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> row.integer("alerts"));
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, AlertRow> byIds(Collection<UUID> ids) {
        return bound("select " + COLUMNS + FROM + visible() + " and a.id = any(:ids)", AlertFilter.ALL)
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), AlertReads::row);
    }

    /** Gives the consumer every alert of a batch. */
    public void ofBatch(UUID batch, Consumer<AlertRow> consumer) {
        bound(
                        "select " + COLUMNS + FROM + visible() + " and a.id in"
                                + " (select e.alert_id from alert_event e where e.tenant_id = :tenant and e.batch_id = :batch)",
                        AlertFilter.ALL)
                .bind("batch", batch)
                .each(row -> consumer.accept(row(row)));
    }

    /** The batches that were made since. */
    public List<UUID> batchesSince(Instant moment) {
        return sql.of("select id from alert_batch where tenant_id = :tenant and made_at >= :moment order by made_at")
                .bind("moment", moment)
                .list(row -> row.uuid("id"));
    }

    /** The stock cycles into which impossible reports fell, by the alerts' subjects. */
    public Map<UUID, UUID> cyclesOfFindings(Collection<UUID> findings) {
        return sql.of("select id, cycle_id from stock_finding"
                        + " where tenant_id = :tenant and id = any(:findings) and cycle_id is not null")
                .uuids("findings", findings)
                .map(row -> row.uuid("id"), row -> row.uuid("cycle_id"));
    }

    private static final String BEFORE = " and (a.raised_at, a.id) < (:raisedAt, :id)";

    private static void bind(Statement statement, Cursor cursor) {
        statement.bind("raisedAt", cursor.instant(0)).bind("id", cursor.uuid(1));
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }

    private static String condition(AlertFilter filter) {
        List<String> conditions = new ArrayList<>();
        if (!filter.types().isEmpty()) {
            conditions.add("a.type = any(:types)");
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add(STATUS + " = any(:statuses)");
            if (!filter.statuses().contains(AlertStatus.RESOLVED)) {
                conditions.add("a.status <> 'RESOLVED'");
            }
        }
        filter.customer().ifPresent(any -> conditions.add("a.customer_id = :customer"));
        filter.assignee().ifPresent(any -> conditions.add(ASSIGNEE + " = :assignee"));
        filter.unassigned().ifPresent(none -> conditions.add(ASSIGNEE + (none ? " is null" : " is not null")));
        filter.minSeverity().ifPresent(any -> conditions.add("a.severity = any(:severities)"));
        return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
    }

    private Statement bound(String text, AlertFilter filter) {
        Statement statement = sql.of(text)
                .bind("today", dates.today())
                .names("types", filter.types())
                .names("statuses", filter.statuses());
        filter.customer().ifPresent(customer -> statement.bind("customer", customer));
        filter.assignee().ifPresent(assignee -> statement.bind("assignee", assignee));
        filter.minSeverity().ifPresent(least -> statement.names("severities", least.andAbove()));
        return statement;
    }

    private static AlertRow row(Row row) {
        BigDecimal amount = row.number("amount");
        return new AlertRow(
                row.uuid("id"),
                row.constant(AlertType.class, "type"),
                row.uuid("subject_id"),
                row.date("cause_date"),
                row.text("cause_key"),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.constant(Severity.class, "severity"),
                row.constant(AlertStatus.class, "status"),
                row.integer("occurrence"),
                amount == null ? null : Money.of(amount, row.text("currency")),
                row.number("rate"),
                row.instant("raised_at"),
                row.date("business_date"),
                Optional.ofNullable(row.uuid("assignee_id")),
                row.date("snoozed_until"),
                row.instant("resolved_at"),
                row.text("resolved_because"),
                Optional.ofNullable(row.uuid("owner_id")),
                Optional.ofNullable(row.text("region")));
    }
}
