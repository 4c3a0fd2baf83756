package io.huikuan.payment.api;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.payment.Payment;
import io.huikuan.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds payments by their global ids. */
@ApplicationScoped
class PaymentNodes implements NodesFinder {

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

    @Override
    public Map<UUID, Payment> findAll(Set<UUID> uuids) {
        return payments.byIds(uuids);
    }
}
