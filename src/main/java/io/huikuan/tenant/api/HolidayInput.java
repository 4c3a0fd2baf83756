package io.huikuan.tenant.api;

import io.huikuan.tenant.Holiday;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A day of the calendar as a client sends it. */
@DefaultNonNull
@Input("HolidayInput")
@Description("A day off, or a weekend day that is worked.")
public record HolidayInput(
        @Description("The day.") LocalDate date,

        @Description("What the day is called, at most 100 characters.")
        String name,

        @Nullable @DefaultValue("false") @Description("Whether it is a Saturday or Sunday that is worked.")
        Boolean workday) {

    Holiday day() {
        return new Holiday(date, name, Boolean.TRUE.equals(workday));
    }
}
