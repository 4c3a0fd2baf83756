package io.huikuan.ledger.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.ledger.InstallmentLine;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** A row of a schedule as a client sends it. */
@DefaultNonNull
@Input("InstallmentInput")
@Description("One row of a schedule. Its date is explicit and never moved to a business day.")
public record InstallmentInput(
        @Description("When it is due.") LocalDate dueDate,

        @Description("How much is due, in the currency of the whole.")
        Decimal amount) {

    /** The rows, not checked yet; null for absent ones. */
    public static List<InstallmentLine> lines(List<InstallmentInput> inputs) {
        return inputs == null
                ? null
                : inputs.stream()
                        .map(input -> new InstallmentLine(input.dueDate, input.amount))
                        .toList();
    }
}
