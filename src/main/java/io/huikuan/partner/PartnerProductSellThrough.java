package io.huikuan.partner;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.sellthrough.ProductSellThrough;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** One product in the partner's current stock cycle, as the partner sees it. */
@DefaultNonNull
@Description("One product in your current stock cycle. Quantities are units.")
public record PartnerProductSellThrough(
        @Description("The product's code.") String sku,

        @Nullable @Description("What the product is called; null when no delivery named it.")
        String name,

        @Description("Opening stock + deliveries − returns of the cycle.")
        Decimal available,

        @Description("Units sold in the cycle, 0 to available.")
        Decimal sold,

        @Description("Units in stock.") Decimal onHand,

        @Description("sold ÷ available as a fraction, to four decimals; 0 when nothing is available.")
        Decimal rate,

        @Nullable @Description("The day of your latest report about the product; null when there was none.")
        LocalDate lastReportedOn) {

    static PartnerProductSellThrough of(ProductSellThrough product) {
        return new PartnerProductSellThrough(
                product.sku(),
                product.name(),
                product.available(),
                product.sold(),
                product.onHand(),
                product.rate(),
                product.lastReportedOn());
    }
}
