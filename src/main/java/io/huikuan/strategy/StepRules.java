package io.huikuan.strategy;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.letter.LetterKind;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the steps of a strategy may be. Final notices and what follows them need an escalation's approval and are never a step (rule 26). */
@ApplicationScoped
class StepRules {

    private static final int MOST_STEPS = 30;
    private static final int MOST_MINIMUMS = 10;
    private static final int EARLIEST = -60;
    private static final int LATEST = 1000;
    private static final int LONGEST_REPEAT = 365;
    private static final Set<LetterKind> LETTERS =
            EnumSet.of(LetterKind.PAYMENT_REMINDER, LetterKind.OVERDUE_NOTICE, LetterKind.STATEMENT);

    private final Users users;

    StepRules(Users users) {
        this.users = users;
    }

    /** The steps, as far as nothing was refused; {@code classes} are those of the strategy. */
    List<StrategyStep> checked(Refusals refusals, List<StrategyStepWish> wishes, List<DebtorClass> classes) {
        refusals.unless(!wishes.isEmpty(), ErrorCode.REQUIRED, "steps", "A strategy has a step at least.");
        refusals.unless(
                wishes.size() <= MOST_STEPS, ErrorCode.INVALID_VALUE, "steps", "At most " + MOST_STEPS + " steps.");
        if (refusals.any()) {
            return List.of();
        }
        List<StrategyStep> steps = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            steps.add(step(refusals, "steps." + i + ".", i + 1, wishes.get(i)));
            checkClasses(refusals, "steps." + i + ".classes", wishes.get(i).classesOrNone(), classes);
        }
        return steps;
    }

    private StrategyStep step(Refusals refusals, String path, int position, StrategyStepWish wish) {
        refusals.between(path + "day", wish.day(), EARLIEST, LATEST);
        checkLetter(refusals, path, wish);
        checkRepetition(refusals, path, wish);
        boolean task = wish.channel().isTask();
        UUID assignee = assignee(refusals, path, wish);
        StepWords words = StepWords.of(refusals, path, wish);
        return new StrategyStep(
                position,
                wish.day(),
                Boolean.TRUE.equals(wish.businessDays()),
                wish.channel(),
                wish.letterKind(),
                Boolean.TRUE.equals(wish.withStatement()),
                words.zh(),
                words.en(),
                task ? assigneeKind(wish) : null,
                wish.classesOrNone(),
                minimums(refusals, path + "minimums", wish.minimumsOrNone()),
                wish.repeatDays(),
                wish.repeatDays() == null ? null : Objects.requireNonNullElse(wish.soonerDays(), 0),
                wish.repeatDays() == null ? null : Objects.requireNonNullElse(wish.fewestDays(), 1),
                assignee);
    }

    private static void checkLetter(Refusals refusals, String path, StrategyStepWish wish) {
        LetterKind kind = wish.letterKind();
        if (!wish.channel().isLetter()) {
            refusals.unless(
                    kind == null && !Boolean.TRUE.equals(wish.withStatement()),
                    ErrorCode.INVALID_VALUE,
                    path + "letterKind",
                    "It sends no letter.");
            return;
        }
        refusals.unless(kind != null, ErrorCode.REQUIRED, path + "letterKind", "Say which letter goes out.");
        refusals.unless(
                kind == null || LETTERS.contains(kind),
                ErrorCode.INVALID_VALUE,
                path + "letterKind",
                "A strategy sends PAYMENT_REMINDER, OVERDUE_NOTICE and STATEMENT; what is firmer belongs to an escalation.");
        refusals.unless(
                kind != LetterKind.OVERDUE_NOTICE || wish.day() > 0,
                ErrorCode.INVALID_VALUE,
                path + "letterKind",
                "Nothing is overdue before the day after the due date.");
    }

    private static void checkRepetition(Refusals refusals, String path, StrategyStepWish wish) {
        Integer repeat = refusals.between(path + "repeatDays", wish.repeatDays(), 1, LONGEST_REPEAT);
        if (wish.repeatDays() == null) {
            refusals.unless(
                    wish.soonerDays() == null && wish.fewestDays() == null,
                    ErrorCode.INVALID_VALUE,
                    path + "repeatDays",
                    "What does not repeat comes no sooner.");
        } else if (repeat != null) {
            refusals.between(path + "soonerDays", wish.soonerDays(), 0, repeat);
            refusals.between(path + "fewestDays", wish.fewestDays(), 1, repeat);
        }
    }

    private static StepAssignee assigneeKind(StrategyStepWish wish) {
        return wish.assigneeId() != null
                ? StepAssignee.USER
                : Objects.requireNonNullElse(wish.assignee(), StepAssignee.OWNER);
    }

    private UUID assignee(Refusals refusals, String path, StrategyStepWish wish) {
        boolean named = wish.assigneeId() != null;
        refusals.unless(
                wish.channel().isTask() || (wish.assignee() == null && !named),
                ErrorCode.INVALID_VALUE,
                path + "assignee",
                "It needs nobody to do it.");
        refusals.unless(
                wish.assignee() != StepAssignee.USER || named,
                ErrorCode.REQUIRED,
                path + "assigneeId",
                "Name the user.");
        refusals.unless(
                !named || wish.assignee() == null || wish.assignee() == StepAssignee.USER,
                ErrorCode.INVALID_VALUE,
                path + "assigneeId",
                "A user is named for USER alone.");
        if (!named) {
            return null;
        }
        Optional<UUID> user = NodeId.uuid(NodeKind.USER, wish.assigneeId()).filter(users::isStaff);
        refusals.unless(user.isPresent(), ErrorCode.NOT_FOUND, path + "assigneeId", "There is no such user.");
        return user.orElse(null);
    }

    private static List<Money> minimums(Refusals refusals, String path, List<MoneyInput> wishes) {
        refusals.unless(
                wishes.size() <= MOST_MINIMUMS,
                ErrorCode.INVALID_VALUE,
                path,
                "At most " + MOST_MINIMUMS + " minimums.");
        List<Money> minimums = new ArrayList<>();
        Set<String> currencies = new HashSet<>();
        for (int i = 0; i < wishes.size(); i++) {
            Money minimum = refusals.positive(path + "." + i, wishes.get(i));
            if (minimum != null) {
                minimums.add(minimum);
                refusals.unless(
                        currencies.add(minimum.currency()),
                        ErrorCode.INVALID_VALUE,
                        path + "." + i,
                        "This currency has a minimum already.");
            }
        }
        return minimums;
    }

    private static void checkClasses(
            Refusals refusals, String path, List<DebtorClass> ofStep, List<DebtorClass> ofStrategy) {
        refusals.unless(
                ofStrategy.isEmpty() || ofStrategy.containsAll(ofStep),
                ErrorCode.INVALID_VALUE,
                path,
                "The strategy is for other classes.");
    }
}
