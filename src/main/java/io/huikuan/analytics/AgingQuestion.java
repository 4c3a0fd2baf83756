package io.huikuan.analytics;

import java.time.LocalDate;

/**
 * How aging is to be seen.
 *
 * @param announced whether the announced payments are to be read too; else they are 0
 * @param disputed whether what is disputed is to be read too; else it is 0
 */
public record AgingQuestion(LocalDate asOf, AgingGroup groupBy, AgingBasis basis, boolean announced, boolean disputed) {

    /** Without the announced payments, and without what is disputed. */
    public AgingQuestion(LocalDate asOf, AgingGroup groupBy, AgingBasis basis) {
        this(asOf, groupBy, basis, false, false);
    }
}
