package io.huikuan.plan.api;

import io.huikuan.plan.Frequency;
import io.huikuan.plan.domain.EqualInstallments;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** How to split a whole into equal installments, as a client sends it. */
@DefaultNonNull
@Input("EqualInstallmentsInput")
@Description(
        "How to split what is open into equal installments; their dates are moved to business days by the tenant's rule.")
public record EqualInstallmentsInput(
        @Description("How many installments, 1 to 120.") int count,

        @Description("The first due date, not before the business date.")
        LocalDate firstDueDate,

        @Description("How far they lie apart.") Frequency every) {

    EqualInstallments wish() {
        return new EqualInstallments(count, firstDueDate, every);
    }
}
