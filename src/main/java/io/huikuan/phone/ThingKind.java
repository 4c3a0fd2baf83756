package io.huikuan.phone;

import io.huikuan.kernel.graph.NodeKind;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The kinds of things that a phone keeps, in the order in which it gets them at first. */
@Enum("ThingKind")
@Description("The kinds of things that a phone keeps.")
public enum ThingKind {
    @Description("A Customer; whoever forgets it forgets all things of it.")
    CUSTOMER,
    @Description("A ContactPerson.")
    CONTACT_PERSON,
    @Description("A Receivable, with the installments of its own terms.")
    RECEIVABLE,
    @Description("A PaymentPlan, with its installments.")
    PAYMENT_PLAN,
    @Description("A Payment, with its allocations.")
    PAYMENT,
    @Description("A PaymentAnnouncement.")
    PAYMENT_ANNOUNCEMENT,
    @Description("A PromiseToPay.")
    PROMISE,
    @Description("A Dispute.")
    DISPUTE,
    @Description("A SellThrough, with its products.")
    SELL_THROUGH,
    @Description("An Alert.")
    ALERT,
    @Description("A ContactRecord, with its attachments.")
    CONTACT_RECORD;

    /** The kind as the graph has it. */
    public NodeKind node() {
        return NodeKind.valueOf(name());
    }

    /** How changes name it: the letters with which its ids begin. */
    public String code() {
        return node().prefix();
    }

    /** The kind with this code; empty when there is none. */
    public static Optional<ThingKind> withCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
