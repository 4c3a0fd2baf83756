package io.huikuan.partner.api;

import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** That a calendar link has ended. */
@DefaultNonNull
@Description("That you have no calendar link any more.")
public record RevokedCalendarLinkPayload(
        @Description("Whether there was one.") boolean revoked,

        @Description("Why it was refused; always empty.") List<@NonNull UserError> userErrors) {

    static RevokedCalendarLinkPayload of(boolean revoked) {
        return new RevokedCalendarLinkPayload(revoked, List.of());
    }
}
