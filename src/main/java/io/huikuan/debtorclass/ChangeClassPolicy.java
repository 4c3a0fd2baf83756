package io.huikuan.debtorclass;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** From when on evidence is to propose a class. */
@DefaultNonNull
@Input("UpdateClassPolicyInput")
@Description("From when on evidence is to propose a class; what is proposed changes with the next look.")
public record ChangeClassPolicy(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("For how many days a confirmed class is good, 1 to 730.")
        int reviewDays,

        @Description("Over how many cases a figure says something, 1 to 100.")
        int fewestCases,

        @Description("Days late, or overdue, from which on a customer is SLOW, 1 to 365.")
        int slowDays,

        @Description("The share of promises not kept, more than 0 and at most 1.")
        Decimal unkeptShare,

        @Description("How many concessions must have been paid for, 1 to 100.")
        int paidConcessions,

        @Description("The share of payments within the windows of paid concessions, more than 0 and at most 1.")
        Decimal conditionalShare,

        @Description("The share of what is overdue that is disputed, more than 0 and at most 1.")
        Decimal disputedShare,

        @Description("The share of decided disputes that were rejected, more than 0 and at most 1.")
        Decimal rejectedShare,

        @Description("Days overdue from which on a customer can be EVASIVE, 1 to 365.")
        int evasiveDays,

        @Description("Refusals and calls without an answer in 90 days, 1 to 100.")
        int refusals,

        @Description("The sell-through rate from which on it has the money, more than 0 and at most 1.")
        Decimal ableRate,

        @Description("The sell-through rate below which it cannot have it, more than 0 and at most ableRate.")
        Decimal shortRate) {}
