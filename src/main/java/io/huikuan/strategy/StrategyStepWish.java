package io.huikuan.strategy;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.letter.LetterKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A step of a strategy as somebody wishes it, not checked yet. */
@DefaultNonNull
@Input("StrategyStepInput")
@Description("A step of a strategy.")
public record StrategyStepWish(
        @Description("Days from the oldest due date on which it is reached, -60 to 1000; below zero: before it.")
        int day,

        @Nullable @Description("Whether these are business days of the tenant's calendar; null: calendar days.")
        Boolean businessDays,

        @Description("By which way.") StrategyChannel channel,

        @Nullable
        @Description(
                "Which letter goes out, needed for EMAIL and LETTER: PAYMENT_REMINDER, STATEMENT, or after the due date OVERDUE_NOTICE.")
        LetterKind letterKind,

        @Nullable @Description("Whether a statement of account is enclosed in the letter; null: none is.")
        Boolean withStatement,

        @Nullable
        @Description(
                "What to say in Chinese, at most 2000 characters in the language of templates; null: the text that comes with the service. Only of tasks.")
        String textZh,

        @Nullable
        @Description(
                "What to say in English, at most 2000 characters in the language of templates; null: the text that comes with the service. Only of tasks.")
        String textEn,

        @Nullable @Description("Who is to do a task; null: the owner, or the user where one is named.")
        StepAssignee assignee,

        @Nullable @Id @Description("The user who is to do a task.")
        String assigneeId,

        @Nullable @Description("The classes of debtors it is for; null or empty: all that follow the strategy.")
        List<@NonNull DebtorClass> classes,

        @Nullable
        @Description(
                "How much must be due in one of the currencies at least, at most 10; a currency that is not named has no minimum.")
        List<@NonNull MoneyInput> minimums,

        @Nullable @Description("After how many days without another step it is reached again, 1 to 365; null: never.")
        Integer repeatDays,

        @Nullable
        @Description(
                "By how many days sooner for each promise that was not kept; null: no sooner. Only with repeatDays.")
        Integer soonerDays,

        @Nullable @Description("The fewest days after which it is reached again; null: 1. Only with repeatDays.")
        Integer fewestDays) {

    /** A list that is there. */
    List<DebtorClass> classesOrNone() {
        return classes == null ? List.of() : classes;
    }

    /** A list that is there. */
    List<MoneyInput> minimumsOrNone() {
        return minimums == null ? List.of() : minimums;
    }
}
