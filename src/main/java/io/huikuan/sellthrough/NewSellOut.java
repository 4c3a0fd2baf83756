package io.huikuan.sellthrough;

import io.huikuan.kernel.money.Decimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A sell-out report as it comes in, not yet checked; texts are stripped of blanks around them. */
public record NewSellOut(UUID customerId, LocalDate reportedOn, List<Line> lines) {

    public NewSellOut {
        lines = List.copyOf(lines);
    }

    /**
     * What is said about one product: one of the two.
     *
     * @param sold units sold since the previous report
     * @param onHand units counted in stock
     */
    public record Line(String sku, Optional<Decimal> sold, Optional<Decimal> onHand) {

        public Line {
            sku = sku.strip();
        }
    }

    /** The report line by line, a report each. */
    List<NewSellOut> single() {
        return lines.stream()
                .map(line -> new NewSellOut(customerId, reportedOn, List.of(line)))
                .toList();
    }
}
