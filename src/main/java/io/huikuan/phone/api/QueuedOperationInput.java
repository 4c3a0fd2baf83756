package io.huikuan.phone.api;

import io.huikuan.alert.AlertService;
import io.huikuan.alert.api.AlertActionInput;
import io.huikuan.alert.api.ResolveAlertInput;
import io.huikuan.alert.api.SnoozeAlertInput;
import io.huikuan.announcement.api.AnnouncePaymentInput;
import io.huikuan.contact.api.LogContactInput;
import io.huikuan.customer.api.SaveContactPersonInput;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.phone.Operation;
import io.huikuan.phone.QueuedOperations;
import io.huikuan.sellthrough.api.ReportSellOutInput;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One queued operation as a client sends it. */
@Input("QueuedOperationInput")
@Description(
        "One queued operation: its client key, and exactly one of the others, which are the inputs of the mutations of these names.")
public record QueuedOperationInput(
        @NonNull
        @Description(
                "Does it once, however often it is sent, alone or in a batch; it rules in the place of the input's own, and no other operation of the"
                        + " batch has it.")
        String clientKey,

        @Description(
                "A contact to enter. As contactPersonId it may name a person whom an earlier operation enters: made: and that one's client key.")
        LogContactInput logContact,

        @Description(
                "A contact person to enter or to replace. As id and reportsToId it may name one whom an earlier operation enters, likewise.")
        SaveContactPersonInput saveContactPerson,

        @Description("What a customer sold or has in stock.")
        ReportSellOutInput reportSellOut,

        @Description("A payment that a customer says is on its way.")
        AnnouncePaymentInput announcePayment,

        @Description("An alert to take up.") AlertActionInput acknowledgeAlert,

        @Description("An alert to put aside.") SnoozeAlertInput snoozeAlert,

        @Description("An alert to resolve.") ResolveAlertInput resolveAlert) {

    /** The operation. One that is none, or several, is refused when its turn comes. */
    Operation operation(QueuedOperations operations) {
        long given = Stream.of(
                        logContact,
                        saveContactPerson,
                        reportSellOut,
                        announcePayment,
                        acknowledgeAlert,
                        snoozeAlert,
                        resolveAlert)
                .filter(Objects::nonNull)
                .count();
        return given == 1 ? theOne(operations) : notOne();
    }

    private Operation notOne() {
        return new Operation(
                clientKey,
                "",
                Optional.empty(),
                made -> Outcome.refused(
                        ErrorCode.EXACTLY_ONE, "", "Beside its client key an operation has exactly one part."));
    }

    private Operation theOne(QueuedOperations operations) {
        if (logContact != null) {
            return operations.logContact(clientKey, logContact.wish());
        }
        if (saveContactPerson != null) {
            return operations.saveContactPerson(clientKey, saveContactPerson.wish());
        }
        if (announcePayment != null) {
            return operations.announcePayment(announcePayment.wish(clientKey));
        }
        return reportSellOut != null
                ? operations.reportSellOut(clientKey, reportSellOut.report())
                : onAlert(operations);
    }

    private Operation onAlert(QueuedOperations operations) {
        if (acknowledgeAlert != null) {
            return operations.acknowledgeAlert(clientKey, acknowledgeAlert.id(), acknowledgeAlert.seen());
        }
        return snoozeAlert != null
                ? operations.snoozeAlert(
                        new AlertService.Snooze(clientKey, snoozeAlert.id(), snoozeAlert.until()), snoozeAlert.seen())
                : operations.resolveAlert(
                        new AlertService.Resolve(clientKey, resolveAlert.id(), resolveAlert.reason()),
                        resolveAlert.seen());
    }
}
