package io.huikuan.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.AlertType;
import io.huikuan.alert.Severity;
import io.huikuan.kernel.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogChannelTest {

    @Test
    void the_log_names_people_by_their_ids_only() {
        Notice notice = new Notice(
                new UUID(0, 1),
                new UUID(0, 3),
                2,
                Instant.EPOCH,
                AlertType.INSTALLMENT_OVERDUE,
                Severity.WARNING,
                new UUID(0, 4),
                "A name",
                Optional.empty(),
                "A name: something");
        Message message = new Message(
                new UUID(0, 2), notice.id(), new Address.LogOfService(), Language.EN, List.of(notice), false, 1);

        assertThat(LogChannel.line(message))
                .isEqualTo("alert-notification id=00000000-0000-0000-0000-000000000001"
                        + " tenant=00000000-0000-0000-0000-000000000002 alert=00000000-0000-0000-0000-000000000003"
                        + " occurrence=2 type=INSTALLMENT_OVERDUE severity=WARNING recipient=none attempt=1");
    }
}
