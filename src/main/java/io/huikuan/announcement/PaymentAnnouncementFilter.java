package io.huikuan.announcement;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which announcements a list holds; what is absent does not restrict it. */
@Input("PaymentAnnouncementFilter")
@Description("Which announcements a list holds; what is absent does not restrict it.")
public record PaymentAnnouncementFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those of one of these statuses.")
        List<@NonNull PaymentAnnouncementStatus> status) {

    /** All announcements. */
    public static final PaymentAnnouncementFilter ALL = new PaymentAnnouncementFilter(null, null);
}
