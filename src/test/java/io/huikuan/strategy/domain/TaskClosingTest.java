package io.huikuan.strategy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.Direction;
import io.huikuan.strategy.StrategyChannel;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskClosingTest {

    private static final Set<ContactOutcome> TO_BE_TRIED_AGAIN =
            EnumSet.of(ContactOutcome.NO_ANSWER, ContactOutcome.WRONG_PERSON);

    @ParameterizedTest
    @CsvSource({"PHONE, PHONE_TASK", "WECHAT, PHONE_TASK", "VISIT, VISIT_TASK", "MEETING, VISIT_TASK"})
    void a_contact_closes_the_task_of_its_kind(ContactChannel channel, StrategyChannel task) {
        assertThat(TaskClosing.closes(channel, Direction.OUTBOUND, ContactOutcome.REACHED))
                .contains(task);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "SMS", "LETTER", "OTHER"})
    void what_is_only_written_closes_none(ContactChannel channel) {
        assertThat(TaskClosing.closes(channel, Direction.OUTBOUND, ContactOutcome.INFORMED))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_call_closes_unless_nobody_who_counts_was_reached(ContactOutcome outcome) {
        assertThat(TaskClosing.closes(ContactChannel.PHONE, Direction.OUTBOUND, outcome)
                        .isPresent())
                .isEqualTo(!TO_BE_TRIED_AGAIN.contains(outcome));
    }

    @Test
    void what_the_customer_began_closes_none() {
        assertThat(TaskClosing.closes(ContactChannel.PHONE, Direction.INBOUND, ContactOutcome.PROMISED))
                .isEmpty();
    }
}
