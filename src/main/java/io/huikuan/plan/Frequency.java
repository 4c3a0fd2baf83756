package io.huikuan.plan;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How far equal installments lie apart. */
@Enum("Frequency")
@Description("How far the due dates of equal installments lie apart.")
public enum Frequency {
    @Description("Seven days.")
    WEEK,
    @Description("Fourteen days.")
    TWO_WEEKS,
    @Description("A month; a day that a month lacks becomes its last.")
    MONTH,
    @Description("Three months; a day that a month lacks becomes its last.")
    QUARTER
}
