package io.huikuan.partner.api;

import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A new calendar link. */
@DefaultNonNull
@Description("Your new calendar link.")
public record NewCalendarLinkPayload(
        @Description(
                "The address, relative to the service's own, for example /calendar/…/….ics; shown only now. ?lang=zh-CN makes it Chinese.")
        String path,

        @Description("Why it was refused; always empty.") List<@NonNull UserError> userErrors) {

    static NewCalendarLinkPayload of(String path) {
        return new NewCalendarLinkPayload(path, List.of());
    }
}
