package io.huikuan.alert.api;

import io.huikuan.alert.AlertService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which alert. */
@Input("AlertActionInput")
@Description("Which alert.")
public record AlertActionInput(
        @Description("Makes it safe to repeat.") String clientKey,
        @Id @NonNull @Description("The alert.") String id) {

    AlertService.Acknowledge acknowledge() {
        return new AlertService.Acknowledge(clientKey, id);
    }
}
