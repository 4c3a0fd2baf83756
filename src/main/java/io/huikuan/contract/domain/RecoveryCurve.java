package io.huikuan.contract.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What part of a claim can still be had by its age in days since the sale: all until 60 days, 80 % at 100, half at 180, a tenth at 365, linear between and falling
 * on with the last slope until nothing is left. A rule of the trade, not a tenant's own experience.
 */
public final class RecoveryCurve {

    private record Point(int days, BigDecimal part) {}

    private static final List<Point> POINTS = List.of(
            new Point(60, new BigDecimal("1")),
            new Point(100, new BigDecimal("0.8")),
            new Point(180, new BigDecimal("0.5")),
            new Point(365, new BigDecimal("0.1")));

    private RecoveryCurve() {}

    /** The part that is lost, 0 to 1. */
    public static BigDecimal lossAfter(int days) {
        return BigDecimal.ONE.subtract(recovery(days));
    }

    private static BigDecimal recovery(int days) {
        if (days <= POINTS.get(0).days()) {
            return BigDecimal.ONE;
        }
        int next = 1;
        while (next < POINTS.size() - 1 && POINTS.get(next).days() < days) {
            next++;
        }
        return between(POINTS.get(next - 1), POINTS.get(next), days).max(BigDecimal.ZERO);
    }

    private static BigDecimal between(Point from, Point to, int days) {
        BigDecimal slope = to.part()
                .subtract(from.part())
                .divide(BigDecimal.valueOf(to.days() - from.days()), MathContext.DECIMAL64);
        return from.part().add(slope.multiply(BigDecimal.valueOf(days - from.days())));
    }
}
