package io.huikuan.strategy.domain;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.Direction;
import io.huikuan.strategy.StrategyChannel;
import java.util.Optional;

/** Which task a contact closes. */
public final class TaskClosing {

    private TaskClosing() {}

    /**
     * The kind of task that a contact closes: a call or a message the task to call, a visit or a meeting the task to visit. What the customer began closes none, nor does a
     * contact in which nobody who counts was reached: it is to be tried again.
     */
    public static Optional<StrategyChannel> closes(
            ContactChannel channel, Direction direction, ContactOutcome outcome) {
        if (direction != Direction.OUTBOUND
                || outcome == ContactOutcome.NO_ANSWER
                || outcome == ContactOutcome.WRONG_PERSON) {
            return Optional.empty();
        }
        return switch (channel) {
            case PHONE, WECHAT -> Optional.of(StrategyChannel.PHONE_TASK);
            case VISIT, MEETING -> Optional.of(StrategyChannel.VISIT_TASK);
            default -> Optional.empty();
        };
    }
}
