package io.huikuan.sellthrough.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.sellthrough.NewSellOut;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What is said about one product as a client sends it. */
@DefaultNonNull
@Input("SellOutLineInput")
@Description("What is said about one product: exactly one of sold and onHand.")
public record SellOutLineInput(
        @Description("The product's code; a report names a product once.")
        String sku,

        @Nullable @Description("Units sold since the previous report.")
        Decimal sold,

        @Nullable @Description("Units counted in stock.") Decimal onHand) {

    /** The line without the client's form. */
    public NewSellOut.Line line() {
        return new NewSellOut.Line(sku, Optional.ofNullable(sold), Optional.ofNullable(onHand));
    }
}
