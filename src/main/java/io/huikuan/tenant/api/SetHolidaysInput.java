package io.huikuan.tenant.api;

import io.huikuan.tenant.HolidaysChange;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The calendar of a year as a client sends it. */
@DefaultNonNull
@Input("SetHolidaysInput")
@Description("The calendar of one year; it replaces what the year had.")
public record SetHolidaysInput(
        @Nullable @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Description("The year, 1990 to 2199.") int year,

        @Description("All days off and all weekend days that are worked.")
        List<@NonNull HolidayInput> holidays) {

    HolidaysChange change() {
        return new HolidaysChange(
                clientKey, year, holidays.stream().map(HolidayInput::day).toList());
    }
}
