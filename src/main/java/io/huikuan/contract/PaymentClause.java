package io.huikuan.contract;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.payment.PaymentMethod;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** When and how a contract says that is paid, as facts. */
@DefaultNonNull
@Description("When and how a contract says that is paid, as facts.")
public record PaymentClause(
        @Description("In what form it is agreed.") ContractForm form,

        @Description("What the customer seals or signs with.")
        ContractSeal seal,

        @Description("When payment is due.") ContractDue due,
        @Nullable @Description("The day, of FIXED_DATE.") LocalDate dueDate,

        @Nullable @Description("The number of days, of DAYS_AFTER_DELIVERY.")
        Integer dueDays,

        @Nullable @Description("How the contract says it.") String dueWording,

        @Nullable @Description("The late fee as a fraction of a year, simple interest; null: no rate is named.")
        Decimal lateFeeRate,

        @Nullable @Description("The late fee as an amount; null: none is named.")
        Money lateFeeAmount,

        @Nullable @Description("How payment is to be made; null: it is not named.")
        PaymentMethod method,

        @Nullable @Description("What it is about; null: no amount is named.")
        Money amount) {}
