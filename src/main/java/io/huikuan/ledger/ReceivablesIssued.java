package io.huikuan.ledger;

import java.util.Set;
import java.util.UUID;

/** New receivables appeared for these customers, who may have unapplied cash. Fired in the transaction that issued them. */
public record ReceivablesIssued(Set<UUID> customers) {

    public ReceivablesIssued {
        customers = Set.copyOf(customers);
    }
}
