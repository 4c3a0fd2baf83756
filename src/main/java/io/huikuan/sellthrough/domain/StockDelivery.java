package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goods that reached the customer, or went back from it, on one day under one number. */
public record StockDelivery(UUID id, LocalDate on, Instant recordedAt, List<Line> lines) implements StockEvent {

    public StockDelivery {
        lines = List.copyOf(lines);
    }

    /**
     * Goods of one product.
     *
     * @param name what the product is called; empty when the document does not say
     * @param quantity units, below zero for a return, never zero
     * @param unitPrice zero for free goods
     */
    public record Line(String sku, Optional<String> name, Decimal quantity, Money unitPrice) {

        boolean isRefill() {
            return quantity.signum() > 0;
        }
    }

    /** Whether goods came in: what only takes goods back starts no cycle. */
    boolean isRefill() {
        return lines.stream().anyMatch(Line::isRefill);
    }
}
