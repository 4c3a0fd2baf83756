package io.huikuan.credit.api;

import io.huikuan.credit.CreditCheck;
import io.huikuan.credit.CreditExposure;
import io.huikuan.credit.CreditHold;
import io.huikuan.credit.CreditVerdict;
import io.huikuan.customer.Customer;
import io.huikuan.kernel.money.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A credit check as JSON: the fields of GraphQL's CreditCheck by the same names and in the same forms, amounts as strings. What is null is null there too. */
@RegisterForReflection
public record CreditCheckAnswer(
        LocalDate asOf,
        Instant checkedAt,
        String stage,
        Amount orderAmount,
        boolean allowed,
        List<Verdict> verdicts,
        Amount availableAfter,
        Buyer customer,
        Standing standing) {

    /** An amount of money. */
    @RegisterForReflection
    public record Amount(String amount, String currency) {

        private static Amount of(Money money) {
            return money == null ? null : new Amount(money.amount().stringValueForSerialization(), money.currency());
        }
    }

    /** Whose order it is. */
    @RegisterForReflection
    public record Buyer(String id, String code, String name, String status, String grade) {}

    /** What one rule says. */
    @RegisterForReflection
    public record Verdict(
            String rule,
            String outcome,
            boolean blocks,
            String reason,
            Amount found,
            Amount allowed,
            String source,
            LocalDate until) {

        private static Verdict of(CreditVerdict verdict) {
            return new Verdict(
                    verdict.rule().name(),
                    verdict.outcome().name(),
                    verdict.blocks(),
                    verdict.reason(),
                    Amount.of(verdict.found()),
                    Amount.of(verdict.allowed()),
                    verdict.source() == null ? null : verdict.source().name(),
                    verdict.until());
        }
    }

    /** How the customer stands without the order. */
    @RegisterForReflection
    public record Standing(
            Amount limitAmount,
            LocalDate limitValidUntil,
            boolean limitExpired,
            Amount available,
            List<Exposure> exposures,
            List<Hold> holds) {}

    /** What is at risk in one currency. */
    @RegisterForReflection
    public record Exposure(
            String currency,
            String outstanding,
            String unapplied,
            String openOrders,
            String exposure,
            String overdue,
            int daysOverdue) {

        private static Exposure of(CreditExposure exposure) {
            return new Exposure(
                    exposure.currency(),
                    exposure.outstanding().stringValueForSerialization(),
                    exposure.unapplied().stringValueForSerialization(),
                    exposure.openOrders().stringValueForSerialization(),
                    exposure.exposure().stringValueForSerialization(),
                    exposure.overdue().stringValueForSerialization(),
                    exposure.daysOverdue());
        }
    }

    /** A hold that stands. */
    @RegisterForReflection
    public record Hold(String id, String scope, String cause, String reason, LocalDate from, LocalDate until) {

        private static Hold of(CreditHold hold) {
            return new Hold(
                    hold.id(), hold.scope().name(), hold.cause().name(), hold.reason(), hold.from(), hold.until());
        }
    }

    static CreditCheckAnswer of(CreditCheck check, Customer customer) {
        return new CreditCheckAnswer(
                check.asOf(),
                check.checkedAt(),
                check.stage().name(),
                Amount.of(check.orderAmount()),
                check.allowed(),
                check.verdicts().stream().map(Verdict::of).toList(),
                Amount.of(check.availableAfter()),
                new Buyer(
                        customer.id(),
                        customer.code(),
                        customer.name(),
                        customer.status().name(),
                        customer.grade() == null ? null : customer.grade().name()),
                new Standing(
                        Amount.of(check.standing().limitAmount()),
                        check.standing().limit() == null
                                ? null
                                : check.standing().limit().validUntil(),
                        check.standing().limitExpired(),
                        Amount.of(check.standing().available()),
                        check.standing().exposures().stream().map(Exposure::of).toList(),
                        check.standing().holds().stream().map(Hold::of).toList()));
    }
}
