package io.huikuan.alert.api;

import io.huikuan.alert.AlertService;
import io.smallrye.graphql.api.Nullable;
import java.util.OptionalInt;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which alert. */
@Input("AlertActionInput")
@Description("Which alert.")
public record AlertActionInput(
        @Description("Makes it safe to repeat.") String clientKey,
        @Id @NonNull @Description("The alert.") String id,

        @Nullable
        @Description(
                "The occurrence that you saw; when its cause has come again since, this is STALE. Absent: whichever it is.")
        Integer occurrence) {

    /** The wish. */
    public AlertService.Acknowledge acknowledge() {
        return new AlertService.Acknowledge(clientKey, id);
    }

    /** The occurrence that was seen; empty where it does not matter. */
    public OptionalInt seen() {
        return occurrence == null ? OptionalInt.empty() : OptionalInt.of(occurrence);
    }
}
