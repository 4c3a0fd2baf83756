package io.huikuan.debtorclass;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** From when on evidence proposes a class. All thresholds are reached when the figure equals them. */
@DefaultNonNull
@Description("From when on evidence proposes a class; a threshold is reached when the figure equals it.")
public record ClassPolicy(
        @Description("The version to give back when changing it; 0 before anybody changed anything.")
        int version,

        @Description("For how many days a confirmed class is good before it is to be reviewed.")
        int reviewDays,

        @Description(
                "Over how many settled installments, matured promises or decided disputes a figure says something.")
        int fewestCases,

        @Description("Days late, or overdue, from which on a customer is SLOW.")
        int slowDays,

        @Description("The share of promises not kept, by count or by amount, from which on its word is not worth much.")
        Decimal unkeptShare,

        @Description("How many concessions must have been paid for before a customer can be CONDITIONAL.")
        int paidConcessions,

        @Description(
                "The share of payments within the windows of paid concessions from which on a customer is CONDITIONAL.")
        Decimal conditionalShare,

        @Description("The share of what is overdue that must be disputed before a customer is DISPUTING.")
        Decimal disputedShare,

        @Description("The share of decided disputes that were rejected from which on disputes are pretexts.")
        Decimal rejectedShare,

        @Description("Days overdue from which on a customer that could pay can be EVASIVE.")
        int evasiveDays,

        @Description(
                "How many refusals and calls that nobody answers, in 90 days, show that a customer does not want to.")
        int refusals,

        @Description("The sell-through rate from which on a customer has the money to pay.")
        Decimal ableRate,

        @Description("The sell-through rate below which a customer cannot have the money.")
        Decimal shortRate) {}
