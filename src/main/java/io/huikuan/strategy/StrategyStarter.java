package io.huikuan.strategy;

import io.huikuan.letter.LetterKind;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Steps that come with the service, to begin with. Days are business days. */
@Enum("StrategyStarter")
@Description("Steps that come with the service, to begin with.")
public enum StrategyStarter {
    @Description(
            "Reminds before the date and after it, calls, notifies, calls each week and sooner after broken promises, visits.")
    STANDARD(
            email(-3, LetterKind.PAYMENT_REMINDER, false),
            email(1, LetterKind.PAYMENT_REMINDER, false),
            task(5, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, null),
            email(10, LetterKind.OVERDUE_NOTICE, true),
            task(15, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, new Cadence(7, 2, 3)),
            task(30, StrategyChannel.VISIT_TASK, StepAssignee.OWNER, null),
            letter(35, LetterKind.OVERDUE_NOTICE),
            task(40, StrategyChannel.PHONE_TASK, StepAssignee.MANAGER, new Cadence(7, 3, 2))),
    @Description("For those who cannot pay: few reminders, a talk about a plan, and calls every other week.")
    GENTLE(
            email(-3, LetterKind.PAYMENT_REMINDER, false),
            task(3, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, null),
            email(10, LetterKind.PAYMENT_REMINDER, true),
            task(20, StrategyChannel.VISIT_TASK, StepAssignee.OWNER, null),
            task(30, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, new Cadence(14, 0, 14))),
    @Description(
            "For those who will not pay: calls and notices soon after the date, close together, and the manager's call.")
    FIRM(
            task(1, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, null),
            email(3, LetterKind.OVERDUE_NOTICE, true),
            task(5, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, new Cadence(5, 1, 2)),
            task(15, StrategyChannel.VISIT_TASK, StepAssignee.OWNER, null),
            letter(20, LetterKind.OVERDUE_NOTICE),
            task(25, StrategyChannel.PHONE_TASK, StepAssignee.MANAGER, new Cadence(4, 1, 2)));

    private final List<StrategyStepWish> steps;

    StrategyStarter(StrategyStepWish... steps) {
        this.steps = List.of(steps);
    }

    /** The steps. */
    List<StrategyStepWish> steps() {
        return steps;
    }

    private record Cadence(int repeat, int sooner, int fewest) {}

    private static StrategyStepWish email(int day, LetterKind kind, boolean withStatement) {
        return new StrategyStepWish(
                day,
                true,
                StrategyChannel.EMAIL,
                kind,
                withStatement,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static StrategyStepWish letter(int day, LetterKind kind) {
        return new StrategyStepWish(
                day, true, StrategyChannel.LETTER, kind, true, null, null, null, null, null, null, null, null, null);
    }

    private static StrategyStepWish task(int day, StrategyChannel channel, StepAssignee assignee, Cadence cadence) {
        return new StrategyStepWish(
                day,
                true,
                channel,
                null,
                null,
                null,
                null,
                assignee,
                null,
                null,
                null,
                cadence == null ? null : cadence.repeat(),
                cadence == null ? null : cadence.sooner(),
                cadence == null ? null : cadence.fewest());
    }
}
