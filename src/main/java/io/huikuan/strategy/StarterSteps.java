package io.huikuan.strategy;

import io.huikuan.letter.LetterKind;
import java.util.List;

/** The steps of each starter; their days are business days. */
final class StarterSteps {

    private StarterSteps() {}

    /** The steps, as somebody might wish them. */
    static List<StrategyStepWish> of(StrategyStarter starter) {
        return switch (starter) {
            case STANDARD ->
                List.of(
                        email(-3, LetterKind.PAYMENT_REMINDER, false),
                        email(1, LetterKind.PAYMENT_REMINDER, false),
                        task(5, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, null),
                        email(10, LetterKind.OVERDUE_NOTICE, true),
                        task(15, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, new Cadence(7, 2, 3)),
                        task(30, StrategyChannel.VISIT_TASK, StepAssignee.OWNER, null),
                        letter(35, LetterKind.OVERDUE_NOTICE),
                        task(40, StrategyChannel.PHONE_TASK, StepAssignee.MANAGER, new Cadence(7, 3, 2)));
            case GENTLE ->
                List.of(
                        email(-3, LetterKind.PAYMENT_REMINDER, false),
                        task(3, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, null),
                        email(10, LetterKind.PAYMENT_REMINDER, true),
                        task(20, StrategyChannel.VISIT_TASK, StepAssignee.OWNER, null),
                        task(30, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, new Cadence(14, 0, 14)));
            case FIRM ->
                List.of(
                        task(1, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, null),
                        email(3, LetterKind.OVERDUE_NOTICE, true),
                        task(5, StrategyChannel.PHONE_TASK, StepAssignee.OWNER, new Cadence(5, 1, 2)),
                        task(15, StrategyChannel.VISIT_TASK, StepAssignee.OWNER, null),
                        letter(20, LetterKind.OVERDUE_NOTICE),
                        task(25, StrategyChannel.PHONE_TASK, StepAssignee.MANAGER, new Cadence(4, 1, 2)));
        };
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
