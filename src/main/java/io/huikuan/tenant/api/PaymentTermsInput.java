package io.huikuan.tenant.api;

import io.huikuan.tenant.TermInstallment;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Payment terms as a client sends them. */
@DefaultNonNull
@Input("PaymentTermsInput")
@Description("When what is bought on credit is to be paid.")
public record PaymentTermsInput(
        @Description("The rows; net 30 is one row of share 1 and 30 days.")
        List<@NonNull TermInstallmentInput> installments) {

    /** The rows, not checked yet; null for absent terms. */
    public static List<TermInstallment> rows(PaymentTermsInput terms) {
        return terms == null
                ? null
                : terms.installments().stream().map(TermInstallmentInput::row).toList();
    }
}
