package io.huikuan.contact;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Whether a customer may be contacted now, and when next. */
@DefaultNonNull
@Description("Whether a customer may be contacted now, and when next, as things stand.")
public record ContactAdvice(
        @Description("What stands against it now; empty: nothing.")
        List<@NonNull GuardRail> against,

        @Nullable @Description("From when on nothing stands against it; null: at no time within two months.")
        Instant nextAt,

        @Nullable @Description("The best moment of that day; null: as nextAt.")
        Instant bestAt,

        @Description("How often the person was contacted today, by the customer's time zone.")
        int today,

        @Description("How often in this week, Monday to Sunday.")
        int thisWeek,

        @Description("The customer's time zone, by its IANA name.")
        String timeZone) {

    public ContactAdvice {
        against = List.copyOf(against);
    }
}
