package io.huikuan.payment.api;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds payments by their global ids. */
@ApplicationScoped
class PaymentNodes implements NodeFinder {

    private final Payments payments;

    PaymentNodes(Payments payments) {
        this.payments = payments;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PAYMENT;
    }

    @Override
    public Optional<? extends Node> find(UUID uuid) {
        return payments.byId(uuid);
    }
}
