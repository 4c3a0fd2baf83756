package io.huikuan.customer.data;

import io.huikuan.customer.CheckedDetails;
import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.CustomerField;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.TenantedId;
import io.huikuan.tenant.PaymentTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** A customer as it is stored. */
@Entity(name = "Customer")
@Table(name = "customer")
@IdClass(TenantedId.class)
public class CustomerEntity {

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;

    @Id
    UUID id;

    @Version
    int version = 1;

    @Column(updatable = false)
    String code;

    String name;

    @Column(name = "legal_name")
    String legalName;

    @Enumerated(EnumType.STRING)
    CustomerKind kind;

    @Enumerated(EnumType.STRING)
    CustomerStatus status;

    @Enumerated(EnumType.STRING)
    CreditGrade grade;

    String region;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "owner_id")
    UUID ownerId;

    @Column(name = "credit_limit_amount")
    BigDecimal creditLimitAmount;

    @Column(name = "credit_limit_currency")
    String creditLimitCurrency;

    String terms;

    @Column(name = "sell_through_threshold")
    BigDecimal sellThroughThreshold;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected CustomerEntity() {}

    /** A new customer in the region, which may be null; it buys unless its status is set otherwise. */
    public CustomerEntity(TenantedId key, String code, String region, Instant createdAt) {
        this.tenantId = key.tenantId();
        this.id = key.id();
        this.code = code;
        this.kind = CustomerKind.DISTRIBUTOR;
        this.status = CustomerStatus.ACTIVE;
        this.region = region;
        this.createdAt = createdAt;
    }

    /** Which customer it is. */
    public UUID id() {
        return id;
    }

    /** The version that the row has. */
    public int version() {
        return version;
    }

    /** Sets how we stand with it. */
    public void status(CustomerStatus now) {
        status = now;
    }

    /** Sets what is not null in the details. */
    public void take(CheckedDetails details) {
        set(details.name(), value -> name = value);
        set(details.legalName(), value -> legalName = value);
        set(details.kind(), value -> kind = value);
        set(details.grade(), value -> grade = value);
        set(details.region(), value -> region = value);
        set(details.timeZone(), value -> timeZone = value);
        set(details.owner(), value -> ownerId = value);
        set(details.creditLimit(), this::creditLimit);
        set(map(details.terms(), PaymentTerms::asText), value -> terms = value);
        set(map(details.sellThroughThreshold(), Decimal::value), value -> sellThroughThreshold = value);
    }

    private static <T> void set(T value, Consumer<T> field) {
        if (value != null) {
            field.accept(value);
        }
    }

    private static <T, R> R map(T value, Function<T, R> form) {
        return value == null ? null : form.apply(value);
    }

    private void creditLimit(Money limit) {
        creditLimitAmount = map(limit, Money::value);
        creditLimitCurrency = map(limit, Money::currency);
    }

    /** Empties a field. */
    public void clear(CustomerField field) {
        switch (field) {
            case LEGAL_NAME -> legalName = null;
            case GRADE -> grade = null;
            case REGION -> region = null;
            case OWNER -> ownerId = null;
            case CREDIT_LIMIT -> creditLimit(null);
            case TERMS -> terms = null;
            case SELL_THROUGH_THRESHOLD -> sellThroughThreshold = null;
        }
    }
}
