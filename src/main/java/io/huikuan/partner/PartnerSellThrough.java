package io.huikuan.partner;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.sellthrough.ProductSellThrough;
import io.huikuan.sellthrough.SellThrough;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The partner's current stock cycle: without threshold, values and everything else that is the supplier's own. */
@DefaultNonNull
@Description("Your current stock cycle: what you had to sell and how much of it is sold.")
public record PartnerSellThrough(
        @Description("The day of the delivery with which the cycle started.")
        LocalDate cycleStartedOn,

        @Description("Value sold ÷ value available as a fraction, to four decimals; 0 when nothing is available.")
        Decimal rate,

        @Description("The products of the cycle, by code.") List<@NonNull PartnerProductSellThrough> products) {

    public PartnerSellThrough {
        products = List.copyOf(products);
    }

    static PartnerSellThrough of(SellThrough cycle, List<ProductSellThrough> products) {
        return new PartnerSellThrough(
                cycle.cycleStartedOn(),
                cycle.rate(),
                products.stream().map(PartnerProductSellThrough::of).toList());
    }
}
