package io.huikuan.customer;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.tenant.TermInstallment;
import java.util.List;

/** What of a customer people edit, as somebody wishes it, not checked yet; what is null is absent. */
public record CustomerDetails(
        String name,
        String legalName,
        CustomerKind kind,
        CreditGrade grade,
        String region,
        String timeZone,
        String ownerId,
        MoneyInput creditLimit,
        List<TermInstallment> terms,
        Decimal sellThroughThreshold) {}
