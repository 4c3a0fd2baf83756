package io.huikuan.alert.api;

import io.huikuan.alert.AlertService;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which alert to put aside, and until when. */
@Input("SnoozeAlertInput")
@Description("Which alert to put aside, and until when.")
public record SnoozeAlertInput(
        @Description("Makes it safe to repeat.") String clientKey,
        @Id @NonNull @Description("The alert.") String id,

        @NonNull
        @Description("The day from which on it is open again, after the business date and at most a year away.")
        LocalDate until,

        @Nullable
        @Description(
                "The occurrence that you saw; when its cause has come again since, this is STALE. Absent: whichever it is.")
        Integer occurrence) {

    /** The wish. */
    public AlertService.Snooze wish() {
        return new AlertService.Snooze(clientKey, id, until);
    }

    /** The occurrence that was seen; empty where it does not matter. */
    public OptionalInt seen() {
        return occurrence == null ? OptionalInt.empty() : OptionalInt.of(occurrence);
    }
}
