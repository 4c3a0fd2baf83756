package io.huikuan.tenant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a due date goes that falls on a day on which no business is done (rule 2). */
@Enum("BusinessDayRoll")
@Description("Where a due date that comes from terms goes when it falls on a weekend or a holiday.")
public enum BusinessDayRoll {
    @Description("It stays where it is.")
    NONE,
    @Description("It moves to the next business day.")
    FOLLOWING,
    @Description(
            "It moves to the next business day, or, where that lies in the next month, to the last business day before.")
    MODIFIED_FOLLOWING,
    @Description("It moves to the last business day before.")
    PRECEDING
}
