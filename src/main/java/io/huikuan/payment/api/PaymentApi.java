package io.huikuan.payment.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.payment.Payment;
import io.huikuan.payment.PaymentFilter;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.Payments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Money received: one payment, lists of them, and what can be done with them. */
@GraphQLApi
public class PaymentApi {

    private final Payments payments;
    private final PaymentService service;
    private final Selection selection;

    PaymentApi(Payments payments, PaymentService service, Selection selection) {
        this.payments = payments;
        this.service = service;
        this.selection = selection;
    }

    @Query
    @Description(
            "One payment by its id or its number, exactly one of the two; null when there is none or it is not yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Payment payment(
            @Nullable @Id @Description("The id.") String id, @Nullable @Description("The number.") String number) {
        return payments.find(id, number).orElse(null);
    }

    @Query
    @NonNull
    @Description("Payments of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentConnection payments(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") PaymentFilter filter) {
        return PaymentConnection.of(payments.page(
                filter == null ? PaymentFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description(
            "Records money received and allocates it: what the payer names first, the rest to the oldest due shares.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentPayload recordPayment(@NonNull @Description("The money.") RecordPaymentInput input) {
        return PaymentPayload.of(service.record(input.wish()));
    }

    @Mutation
    @Description("Allocates what is unapplied of a payment, as of the business date.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentPayload applyUnappliedCash(@NonNull @Description("Which cash.") ApplyUnappliedCashInput input) {
        return PaymentPayload.of(service.applyUnapplied(input.wish()));
    }

    @Mutation
    @Description("Takes allocations of a payment back; their money is unapplied again.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentPayload unapplyPayment(@NonNull @Description("Which allocations.") UnapplyPaymentInput input) {
        return PaymentPayload.of(service.unapply(input.wish()));
    }

    @Mutation
    @Description("Pays unapplied cash back to the customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentPayload refundUnapplied(@NonNull @Description("Which cash.") RefundUnappliedInput input) {
        return PaymentPayload.of(service.refund(input.wish()));
    }

    @Mutation
    @Description("Reverses a payment whose money went back; what it had closed is open again.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentPayload reversePayment(@NonNull @Description("Which payment.") ReversePaymentInput input) {
        return PaymentPayload.of(service.reverse(input.wish()));
    }
}
