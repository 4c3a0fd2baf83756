package io.huikuan.tenant.data;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.tenant.BrokenPlanPolicy;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.PaymentTerms;
import io.huikuan.tenant.PlanAutoApproval;
import io.huikuan.tenant.TenantSettings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** A tenant's settings as they are stored: one row for each tenant. */
@Entity(name = "TenantSettings")
@Table(name = "tenant_settings")
public class SettingsEntity {

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;

    @Version
    int version;

    @Column(name = "aging_buckets")
    int[] agingBuckets;

    @Column(name = "due_soon_days")
    int dueSoonDays;

    @Column(name = "sell_through_threshold")
    BigDecimal sellThroughThreshold;

    @Column(name = "default_terms")
    String defaultTerms;

    @Enumerated(EnumType.STRING)
    @Column(name = "business_day_roll")
    BusinessDayRoll businessDayRoll;

    @Column(name = "job_hour")
    int jobHour;

    @Column(name = "plan_grace_days")
    int planGraceDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "broken_plan_policy")
    BrokenPlanPolicy brokenPlanPolicy;

    @Column(name = "auto_apply_unapplied")
    boolean autoApplyUnapplied;

    @Column(name = "auto_approval_max_total")
    BigDecimal autoApprovalMaxTotal;

    @Column(name = "auto_approval_currency")
    String autoApprovalCurrency;

    @Column(name = "auto_approval_max_installments")
    Integer autoApprovalMaxInstallments;

    @Column(name = "auto_approval_max_days")
    Integer autoApprovalMaxDays;

    @Column(name = "auto_approval_min_first_share")
    BigDecimal autoApprovalMinFirstShare;

    @Column(name = "closed_through")
    LocalDate closedThrough;

    /** The settings as everybody else sees them. */
    public TenantSettings shown() {
        return new TenantSettings(
                version,
                Arrays.stream(agingBuckets).boxed().toList(),
                dueSoonDays,
                Decimal.of(sellThroughThreshold),
                PaymentTerms.ofText(defaultTerms),
                businessDayRoll,
                jobHour,
                planGraceDays,
                brokenPlanPolicy,
                autoApplyUnapplied,
                autoApproval(),
                closedThrough);
    }

    private PlanAutoApproval autoApproval() {
        return autoApprovalMaxTotal == null
                ? null
                : new PlanAutoApproval(
                        Money.of(autoApprovalMaxTotal, autoApprovalCurrency),
                        autoApprovalMaxInstallments,
                        autoApprovalMaxDays,
                        Decimal.of(autoApprovalMinFirstShare));
    }

    /** Makes the row say what the settings say; the version is Hibernate's. */
    public void take(TenantSettings settings) {
        int[] buckets =
                settings.agingBuckets().stream().mapToInt(Integer::intValue).toArray();
        agingBuckets = Arrays.equals(buckets, agingBuckets) ? agingBuckets : buckets;
        dueSoonDays = settings.dueSoonDays();
        sellThroughThreshold = settings.sellThroughThreshold().value();
        defaultTerms = settings.defaultTerms().asText();
        businessDayRoll = settings.businessDayRoll();
        jobHour = settings.jobHour();
        planGraceDays = settings.planGraceDays();
        brokenPlanPolicy = settings.brokenPlanPolicy();
        autoApplyUnapplied = settings.autoApplyUnapplied();
        take(settings.planAutoApproval());
        closedThrough = settings.closedThrough();
    }

    private void take(PlanAutoApproval bounds) {
        autoApprovalMaxTotal = bounds == null ? null : bounds.maxTotal().value();
        autoApprovalCurrency = bounds == null ? null : bounds.maxTotal().currency();
        autoApprovalMaxInstallments = bounds == null ? null : bounds.maxInstallments();
        autoApprovalMaxDays = bounds == null ? null : bounds.maxDays();
        autoApprovalMinFirstShare =
                bounds == null ? null : bounds.minFirstShare().value();
    }
}
