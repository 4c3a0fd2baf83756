package io.huikuan.analytics;

import java.time.LocalDate;

/**
 * How aging is to be seen.
 *
 * @param announced whether the announced payments are to be read too; else they are 0
 */
public record AgingQuestion(LocalDate asOf, AgingGroup groupBy, AgingBasis basis, boolean announced) {

    /** Without the announced payments. */
    public AgingQuestion(LocalDate asOf, AgingGroup groupBy, AgingBasis basis) {
        this(asOf, groupBy, basis, false);
    }
}
