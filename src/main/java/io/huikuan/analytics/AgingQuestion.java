package io.huikuan.analytics;

import java.time.LocalDate;

/** How aging is to be seen. */
public record AgingQuestion(LocalDate asOf, AgingGroup groupBy, AgingBasis basis) {}
