package io.huikuan.partner;

import io.huikuan.alert.AlertType;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a partner is alerted to. */
@Enum("PartnerAlertKind")
@Description("What you are alerted to.")
public enum PartnerAlertKind {
    @Description("An installment is due within days.")
    INSTALLMENT_DUE_SOON(AlertType.INSTALLMENT_DUE_SOON),
    @Description("An installment was due and is not wholly paid.")
    INSTALLMENT_OVERDUE(AlertType.INSTALLMENT_OVERDUE);

    private final AlertType type;

    PartnerAlertKind(AlertType type) {
        this.type = type;
    }

    /** The supplier's type of alert behind it. */
    AlertType type() {
        return type;
    }
}
