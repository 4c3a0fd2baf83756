package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A version of a strategy. Once it was active its steps never change. */
@DefaultNonNull
@Description("A version of a strategy. Once it was active its steps never change.")
public record StrategyVersion(
        @Description("Its number within the strategy, from 1.")
        int number,

        @Description("Where it stands.") StrategyStatus status,

        @Description(
                "Whole days between a contact with a customer and the next step; 0: a step comes on another day than a contact.")
        int quietDays,

        @Description("When it was drafted last.") Instant draftedAt,

        @Nullable @Description("When it became active; null: it never was.")
        Instant activatedAt,

        @Nullable @Description("When it was retired; null: it was not.")
        Instant retiredAt,

        @Ignore UUID strategy,
        @Ignore UUID drafter,
        @Ignore UUID activator,
        @Ignore UUID retirer) {}
