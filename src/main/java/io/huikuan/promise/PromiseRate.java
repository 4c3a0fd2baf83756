package io.huikuan.promise;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/**
 * How promises in one currency were kept, over those whose window ended in a span of days. Cancelled ones are told, and are in no denominator.
 *
 * @param keptRate kept ÷ matured
 * @param paidRate Σ min(paid, asked) ÷ Σ asked
 */
@DefaultNonNull
@Description(
        "How the promises in one currency were kept whose window ended in a span of days; cancelled ones are in no denominator.")
public record PromiseRate(
        @Description("The currency of its amounts, as its ISO 4217 code.")
        String currency,

        @Description(
                "How many promises matured: their window ended and they were not cancelled. The denominator by count.")
        int matured,

        @Description("How many of them were kept.") int kept,
        @Description("How many of them were kept in part.") int partiallyKept,
        @Description("How many of them were broken.") int broken,

        @Description("How many promises with such a window were cancelled.")
        int cancelled,

        @Description("What the matured ones asked for, summed. The denominator by amount.")
        Decimal asked,

        @Description("What was paid of each in its window, at most what it asked for, summed.")
        Decimal paid,

        @Nullable @Description("Kept ÷ matured, as a fraction of four digits; null when none matured.")
        Decimal keptRate,

        @Nullable @Description("Paid ÷ asked, as a fraction of four digits; null when none matured.")
        Decimal paidRate) {}
