package io.huikuan.strategy;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.money.Money;
import io.huikuan.letter.LetterKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A step of a strategy: on which day, by which way, for whom. */
@DefaultNonNull
@Description("A step of a strategy: on which day, by which way, for whom.")
public record StrategyStep(
        @Description("Its place among the steps, from 1.") int position,

        @Description("Days from the oldest due date on which it is reached; below zero: before it.")
        int day,

        @Description("Whether these are business days of the tenant's calendar.")
        boolean businessDays,

        @Description("By which way.") StrategyChannel channel,

        @Nullable @Description("Which letter goes out; null where none does.")
        LetterKind letterKind,

        @Description("Whether a statement of account is enclosed in the letter.")
        boolean withStatement,

        @Nullable @Description("What to say in Chinese, in the language of templates; null unless it is a task.")
        String textZh,

        @Nullable @Description("What to say in English, in the language of templates; null unless it is a task.")
        String textEn,

        @Nullable @Description("Who is to do it; null unless it is a task.")
        StepAssignee assignee,

        @Description("The classes of debtors it is for; empty: all that follow the strategy.")
        List<@NonNull DebtorClass> classes,

        @Description(
                "How much must be due in one of the currencies at least; a currency that is not named has no minimum.")
        List<@NonNull Money> minimums,

        @Nullable @Description("After how many days without another step it is reached again; null: never.")
        Integer repeatDays,

        @Nullable @Description("By how many days sooner for each promise that was not kept; null: it does not repeat.")
        Integer soonerDays,

        @Nullable @Description("The fewest days after which it is reached again; null: it does not repeat.")
        Integer fewestDays,

        @Ignore UUID assigneeId) {

    public StrategyStep {
        classes = List.copyOf(classes);
        minimums = List.copyOf(minimums);
    }
}
