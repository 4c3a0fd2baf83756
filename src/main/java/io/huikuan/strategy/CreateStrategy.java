package io.huikuan.strategy;

import io.huikuan.debtorclass.DebtorClass;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A strategy to be drafted; exactly one of starter and steps says what it does. */
@DefaultNonNull
@Input("CreateStrategyInput")
@Description("A strategy to be drafted; exactly one of starter and steps says what it does.")
public record CreateStrategy(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("Its name, at most 100 characters.") String name,

        @Nullable
        @Description(
                "The classes of debtors it is for; null or empty: those of no other strategy, unclassified ones included.")
        List<@NonNull DebtorClass> classes,

        @Nullable
        @Description(
                "The region it is for; null: those of no other strategy of the class, or the region that you lead.")
        String region,

        @Nullable @Description("Whole days between a contact with a customer and the next step, 0 to 60; null: 2.")
        Integer quietDays,

        @Nullable @Description("The steps that come with the service, to begin with.")
        StrategyStarter starter,

        @Nullable @Description("The steps, at most 30.") List<@NonNull StrategyStepWish> steps) {}
