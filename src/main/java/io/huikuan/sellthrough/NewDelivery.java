package io.huikuan.sellthrough;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A delivery as it comes in, not yet checked; texts are stripped of blanks around them. */
public record NewDelivery(UUID customerId, String number, LocalDate deliveredOn, List<Line> lines) {

    public NewDelivery {
        number = number.strip();
        lines = List.copyOf(lines);
    }

    /**
     * Goods of one product.
     *
     * @param name what the product is called; blank is as good as none
     * @param quantity units; below zero for a return
     * @param unitPrice in the tenant's base currency; zero for free goods
     */
    public record Line(String sku, Optional<String> name, Decimal quantity, Money unitPrice) {

        public Line {
            sku = sku.strip();
            name = name.map(String::strip).filter(text -> !text.isEmpty());
        }
    }
}
