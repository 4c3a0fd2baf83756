package io.huikuan.tenant.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.tenant.BrokenPlanPolicy;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.PaymentTerms;
import io.huikuan.tenant.PlanAutoApproval;
import io.huikuan.tenant.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The settings of the current tenant: one row, which a transaction reads once. */
@ApplicationScoped
public class SettingsRepository {

    /** The columns that {@link #bound} binds, by the names of their parameters. */
    private static final String COLUMNS =
            "due_soon_days, sell_through_threshold, default_terms, business_day_roll, job_hour, plan_grace_days, broken_plan_policy, "
                    + "promise_tolerance_days, promise_threshold, dispute_days, "
                    + "auto_apply_unapplied, gross_margin, auto_approval_max_total, auto_approval_currency, auto_approval_max_installments, "
                    + "auto_approval_max_days, auto_approval_min_first_share, closed_through";

    private static final String PARAMETERS = ":" + COLUMNS.replace(", ", ", :");

    private static final String READING = "select version, array_to_string(aging_buckets, ',') as buckets, " + COLUMNS
            + " from tenant_settings where tenant_id = :tenant";

    private static final String SAVING = """
            update tenant_settings set version = version + 1, (aging_buckets, %1$s) = row(:buckets, %2$s)
            where tenant_id = :tenant and (aging_buckets, %1$s) is distinct from (:buckets, %2$s)
            returning version""".formatted(COLUMNS, PARAMETERS);

    private final Sql sql;
    private final CurrentActor actor;
    private final TransactionSynchronizationRegistry transaction;

    SettingsRepository(Sql sql, CurrentActor actor, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** Under this a transaction keeps what it has read. */
    private record Key(UUID tenant) {}

    /** As the transaction has read them; every tenant has them. */
    public TenantSettings current() {
        Object known = transaction.getResource(key());
        return known instanceof TenantSettings settings ? settings : kept(read(READING));
    }

    /** As they are, locked until the transaction ends. */
    public TenantSettings locked() {
        return kept(read(READING + " for no key update"));
    }

    /** Stores settings that were read under the lock and changed, as the next version, unless all is as it was; answers them as they are now. */
    public TenantSettings saved(TenantSettings settings) {
        return bound(sql.of(SAVING), settings)
                .first(row -> kept(settings.withVersion(row.integer("version"))))
                .orElse(settings);
    }

    private TenantSettings read(String statement) {
        return sql.of(statement)
                .first(SettingsRepository::settings)
                .orElseThrow(() -> new IllegalStateException("a tenant without settings"));
    }

    private TenantSettings kept(TenantSettings settings) {
        transaction.putResource(key(), settings);
        return settings;
    }

    private Key key() {
        return new Key(actor.get().tenant());
    }

    private static TenantSettings settings(Row row) {
        return new TenantSettings(
                row.integer("version"),
                Arrays.stream(row.text("buckets").split(",", -1))
                        .map(Integer::valueOf)
                        .toList(),
                row.integer("due_soon_days"),
                Decimal.of(row.number("sell_through_threshold")),
                PaymentTerms.ofText(row.text("default_terms")),
                row.constant(BusinessDayRoll.class, "business_day_roll"),
                row.integer("job_hour"),
                row.integer("plan_grace_days"),
                row.constant(BrokenPlanPolicy.class, "broken_plan_policy"),
                row.integer("promise_tolerance_days"),
                Decimal.of(row.number("promise_threshold")),
                row.integer("dispute_days"),
                row.flag("auto_apply_unapplied"),
                row.number("gross_margin") == null ? null : Decimal.of(row.number("gross_margin")),
                autoApproval(row),
                row.date("closed_through"));
    }

    private static PlanAutoApproval autoApproval(Row row) {
        BigDecimal maxTotal = row.number("auto_approval_max_total");
        return maxTotal == null
                ? null
                : new PlanAutoApproval(
                        Money.of(maxTotal, row.text("auto_approval_currency")),
                        row.integer("auto_approval_max_installments"),
                        row.integer("auto_approval_max_days"),
                        Decimal.of(row.number("auto_approval_min_first_share")));
    }

    private static Statement bound(Statement statement, TenantSettings settings) {
        statement
                .integers("buckets", settings.agingBuckets())
                .bind("due_soon_days", settings.dueSoonDays())
                .bind("sell_through_threshold", settings.sellThroughThreshold().value())
                .bind("default_terms", settings.defaultTerms().asText())
                .bind("business_day_roll", settings.businessDayRoll())
                .bind("job_hour", settings.jobHour())
                .bind("plan_grace_days", settings.planGraceDays())
                .bind("broken_plan_policy", settings.brokenPlanPolicy())
                .bind("promise_tolerance_days", settings.promiseToleranceDays())
                .bind("promise_threshold", settings.promiseThreshold().value())
                .bind("dispute_days", settings.disputeDays())
                .bind("auto_apply_unapplied", settings.autoApplyUnapplied())
                .bind(
                        "gross_margin",
                        settings.grossMargin() == null
                                ? null
                                : settings.grossMargin().value())
                .bind("closed_through", settings.closedThrough());
        return bound(statement, Optional.ofNullable(settings.planAutoApproval()));
    }

    private static Statement bound(Statement statement, Optional<PlanAutoApproval> bounds) {
        return statement
                .bind(
                        "auto_approval_max_total",
                        bounds.map(it -> it.maxTotal().value()).orElse(null))
                .bind(
                        "auto_approval_currency",
                        bounds.map(it -> it.maxTotal().currency()).orElse(null))
                .bind(
                        "auto_approval_max_installments",
                        bounds.map(PlanAutoApproval::maxInstallments).orElse(null))
                .bind(
                        "auto_approval_max_days",
                        bounds.map(PlanAutoApproval::maxDays).orElse(null))
                .bind(
                        "auto_approval_min_first_share",
                        bounds.map(it -> it.minFirstShare().value()).orElse(null));
    }
}
