package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What the draft of a strategy is to be; a draft that there is is replaced. */
@DefaultNonNull
@Input("SaveStrategyDraftInput")
@Description("What the draft of a strategy is to be; a draft that there is is replaced.")
public record SaveStrategyDraft(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which strategy.") String id,

        @Description("The version of the strategy that was read; another one is STALE.")
        int version,

        @Nullable @Description("Its new name, at most 100 characters; null: as it is.")
        String name,

        @Nullable @Description("Whole days between a contact with a customer and the next step, 0 to 60; null: 2.")
        Integer quietDays,

        @Description("All steps of the draft, at most 30.") List<@NonNull StrategyStepWish> steps) {}
