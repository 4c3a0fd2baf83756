package io.huikuan.dispute;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why a customer refuses to pay. */
@Enum("DisputeReason")
@Description("Why a customer refuses to pay.")
public enum DisputeReason {
    @Description("The price, or a discount, is not what was agreed.")
    PRICE(DisputeDepartment.SALES),
    @Description("Less was delivered than was charged.")
    QUANTITY(DisputeDepartment.LOGISTICS),
    @Description("The goods are damaged or faulty.")
    QUALITY(DisputeDepartment.QUALITY),
    @Description("The goods came late, to the wrong place or not at all.")
    DELIVERY(DisputeDepartment.LOGISTICS),
    @Description("Goods were sent back and not credited.")
    RETURN(DisputeDepartment.LOGISTICS),
    @Description("It was charged twice, or paid already.")
    DUPLICATE(DisputeDepartment.FINANCE),
    @Description("It was not ordered.")
    NOT_ORDERED(DisputeDepartment.SALES),
    @Description("The document lacks what the customer needs, such as its tax or order number.")
    INVOICE_DATA(DisputeDepartment.FINANCE),
    @Description("A promised rebate or support was not granted.")
    REBATE(DisputeDepartment.SALES),
    @Description("The terms are read differently.")
    CONTRACT(DisputeDepartment.LEGAL),
    @Description("Something else, which the description tells.")
    OTHER(DisputeDepartment.SALES);

    private final DisputeDepartment department;

    DisputeReason(DisputeDepartment department) {
        this.department = department;
    }

    /** Who looks into it where nobody else is named. */
    public DisputeDepartment department() {
        return department;
    }
}
