package io.huikuan.payment;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.payment.data.AllocationReads;
import io.huikuan.payment.data.PaymentReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers payments and their allocations, the newest first. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class Payments {

    private final PaymentReads payments;
    private final AllocationReads allocations;

    Payments(PaymentReads payments, AllocationReads allocations) {
        this.payments = payments;
        this.allocations = allocations;
    }

    /** The one with this id or this number; not exactly one of the two is a {@link Problem}. */
    public Optional<Payment> find(String idOrNull, String numberOrNull) {
        if ((idOrNull == null) == (numberOrNull == null)) {
            throw new Problem(ErrorCode.EXACTLY_ONE, "Give exactly one of id and number.");
        }
        return idOrNull == null
                ? payments.byNumber(numberOrNull)
                : NodeId.uuid(NodeKind.PAYMENT, idOrNull).flatMap(this::byId);
    }

    /** The one with this id. */
    public Optional<Payment> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those of the ids that can be seen. */
    public Map<UUID, Payment> byIds(Collection<UUID> ids) {
        return payments.byIds(ids);
    }

    /** A page of all that match. */
    public Page<Payment> page(PaymentFilter filter, Paging paging) {
        return payments.page(filter, paging);
    }

    /** A page for each of the customers. */
    public Map<UUID, Page<Payment>> pages(Collection<UUID> customers, Paging paging) {
        return payments.pages(customers, paging);
    }

    /** A page of the allocations of each payment, in the order of their dates. */
    public Map<UUID, Page<Allocation>> allocationsOf(Collection<UUID> ids, Paging paging) {
        return allocations.pages(ids, paging);
    }
}
