package io.huikuan.customer;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.tenant.PaymentTerms;
import java.util.UUID;

/** What of a customer people edit, checked; what is null is absent, or stays as it is. */
public record CheckedDetails(
        String name,
        String legalName,
        CustomerKind kind,
        CreditGrade grade,
        String region,
        String timeZone,
        UUID owner,
        Money creditLimit,
        PaymentTerms terms,
        Decimal sellThroughThreshold) {}
