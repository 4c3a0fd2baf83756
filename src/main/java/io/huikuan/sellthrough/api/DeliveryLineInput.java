package io.huikuan.sellthrough.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.sellthrough.NewDelivery;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Goods of one product as a client sends them. */
@DefaultNonNull
@Input("DeliveryLineInput")
@Description("Goods of one product on a delivery.")
public record DeliveryLineInput(
        @Description("The product's code, at most 200 characters.")
        String sku,

        @Nullable @Description("What the product is called, at most 200 characters.")
        String name,

        @Description("Units; below zero for a return, never zero.")
        Decimal quantity,

        @Description(
                "The price of a unit in the tenant's base currency; zero for free goods, which leave the product's value as it was.")
        MoneyInput unitPrice) {

    NewDelivery.Line line() {
        return new NewDelivery.Line(
                sku, Optional.ofNullable(name), quantity, new Money(unitPrice.amount(), unitPrice.currency()));
    }
}
