package io.huikuan.alert.api;

import io.huikuan.alert.AlertService;
import java.time.LocalDate;
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
        LocalDate until) {

    AlertService.Snooze wish() {
        return new AlertService.Snooze(clientKey, id, until);
    }
}
