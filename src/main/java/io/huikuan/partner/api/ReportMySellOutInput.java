package io.huikuan.partner.api;

import io.huikuan.sellthrough.NewSellOut;
import io.huikuan.sellthrough.api.SellOutLineInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The partner's own report as a client sends it. */
@DefaultNonNull
@Input("ReportMySellOutInput")
@Description(
        "What you sold or have in stock. Product and day key a report: another content takes the place of what was said before.")
public record ReportMySellOutInput(
        @Nullable @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Description("The day that the report is about; not after the business date.")
        LocalDate reportedOn,

        @Description("The products, 1 to 1000 lines.") List<@NonNull SellOutLineInput> lines) {

    List<NewSellOut.Line> reported() {
        return lines.stream().map(SellOutLineInput::line).toList();
    }
}
