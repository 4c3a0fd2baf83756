package io.huikuan.payment.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.payment.AllocationLine;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** What the payer names, and how much goes to it. */
@DefaultNonNull
@Input("AllocationInput")
@Description("What the payer names, a receivable or an installment, exactly one of them, and how much goes to it.")
public record AllocationInput(
        @Nullable @Id @Description("The receivable.") String receivableId,

        @Nullable @Id @Description("The installment, of a plan or of a receivable's own terms.")
        String installmentId,

        @Description("How much goes to it, in the payment's currency.")
        Decimal amount) {

    AllocationLine line() {
        return new AllocationLine(receivableId, installmentId, amount);
    }

    /** The rows that a client sent; none for null. */
    public static List<AllocationLine> lines(List<AllocationInput> inputsOrNull) {
        return inputsOrNull == null
                ? List.of()
                : inputsOrNull.stream().map(AllocationInput::line).toList();
    }
}
