package io.huikuan.alert.api;

import io.huikuan.alert.AlertService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which alert to resolve, and why. */
@Input("ResolveAlertInput")
@Description("Which alert to resolve, and why.")
public record ResolveAlertInput(
        @Description("Makes it safe to repeat.") String clientKey,
        @Id @NonNull @Description("The alert.") String id,
        @NonNull @Description("Why it is resolved.") String reason) {

    AlertService.Resolve wish() {
        return new AlertService.Resolve(clientKey, id, reason);
    }
}
