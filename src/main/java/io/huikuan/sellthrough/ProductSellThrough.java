package io.huikuan.sellthrough;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** One product in a stock cycle. */
@DefaultNonNull
@Description("One product in a stock cycle. Quantities are units.")
public record ProductSellThrough(
        @Description("The product's code.") String sku,

        @Nullable @Description("What the product was called on its latest delivery; null when no delivery named it.")
        String name,

        @Description("Opening stock + deliveries − returns of the cycle.")
        Decimal available,

        @Description("Units sold in the cycle, 0 to available.")
        Decimal sold,

        @Description("Units in stock: as counted last, less what was sold since, plus what was delivered since.")
        Decimal onHand,

        @Description("sold ÷ available as a fraction, to four decimals; 0 when nothing is available.")
        Decimal rate,

        @Nullable
        @Description(
                "The day of the latest report about the product, of this cycle or before; null when there was none.")
        LocalDate lastReportedOn) {}
