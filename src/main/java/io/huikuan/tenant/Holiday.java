package io.huikuan.tenant;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** A day that the tenant's calendar treats unlike its weekday: off, or worked in exchange (调休). */
@DefaultNonNull
@Description("A day off, or a weekend day that is worked.")
public record Holiday(
        @Description("The day.") LocalDate date,
        @Description("What the day is called.") String name,

        @Description("Whether it is a weekend day that is worked, in place of a day off.")
        boolean workday) {}
