package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which kinds of nodes a phone keeps: whoever adds one decides. */
@QuarkusTest
class KindsTest {

    /**
     * What a phone gets as a part of something else, or does not need: people by the things that name them, installments by their schedules, files by
     * their links. A hold shows in its customer's status, contracts, letters, concessions, escalations, strategies, their tasks and pauses are read when they are asked for, and
     * how somebody is told of alerts is asked when it
     * is looked at.
     */
    private static final Set<NodeKind> NOT_KEPT = EnumSet.of(
            NodeKind.USER,
            NodeKind.TENANT,
            NodeKind.INSTALLMENT,
            NodeKind.ATTACHMENT,
            NodeKind.CREDIT_HOLD,
            NodeKind.CONTRACT,
            NodeKind.CONCESSION,
            NodeKind.STRATEGY,
            NodeKind.COLLECTION_TASK,
            NodeKind.DUNNING_PAUSE,
            NodeKind.LETTER,
            NodeKind.ESCALATION,
            NodeKind.ESCALATION_MEASURE,
            NodeKind.JOB_RUN,
            NodeKind.IMPORT_RUN,
            NodeKind.NOTIFICATION,
            NodeKind.NOTIFICATION_ENDPOINT,
            NodeKind.DEVICE);

    @Inject
    @All
    List<NodesFinder> finders;

    @Test
    void every_kind_of_node_is_kept_or_left_out_on_purpose() {
        Set<NodeKind> kept =
                Arrays.stream(ThingKind.values()).map(ThingKind::node).collect(Collectors.toSet());

        assertThat(kept).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NOT_KEPT)));
    }

    @Test
    void every_kind_that_is_kept_is_found_many_at_once() {
        assertThat(finders.stream().map(NodesFinder::kind))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ThingKind.values()).map(ThingKind::node).toList());
    }
}
