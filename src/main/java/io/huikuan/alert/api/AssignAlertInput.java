package io.huikuan.alert.api;

import io.huikuan.alert.AlertService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which alert to give to whom. */
@Input("AssignAlertInput")
@Description("Which alert to give to whom.")
public record AssignAlertInput(
        @Description("Makes it safe to repeat.") String clientKey,
        @Id @NonNull @Description("The alert.") String id,

        @Id @NonNull @Description("An active user who may see the customer.")
        String assigneeId) {

    AlertService.Assign wish() {
        return new AlertService.Assign(clientKey, id, assigneeId);
    }
}
