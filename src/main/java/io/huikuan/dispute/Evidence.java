package io.huikuan.dispute;

import io.huikuan.dispute.data.EvidenceStore;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What may be shown with a dispute: files of contact records with its customer. */
@ApplicationScoped
class Evidence {

    private static final int MOST = 20;

    private final EvidenceStore store;

    Evidence(EvidenceStore store) {
        this.store = store;
    }

    /** Shows the attachments with the open dispute, whose customer is locked; what is shown already stays so. */
    Outcome<Dispute> show(Dispute dispute, List<String> attachments) {
        Refusals refusals = new Refusals();
        List<Optional<UUID>> ids = attachments.stream()
                .map(id -> NodeId.uuid(NodeKind.ATTACHMENT, id))
                .toList();
        Set<UUID> wished = new LinkedHashSet<>();
        ids.forEach(id -> id.ifPresent(wished::add));
        Set<UUID> known = store.ofCustomer(dispute.customer(), wished);
        for (int i = 0; i < ids.size(); i++) {
            refusals.unless(
                    ids.get(i).filter(known::contains).isPresent(),
                    ErrorCode.NOT_FOUND,
                    "attachmentIds." + i,
                    "There is no such attachment of a contact with the customer.");
        }
        Set<UUID> all = new LinkedHashSet<>(store.shownWith(dispute.uuid()));
        all.addAll(wished);
        refusals.unless(
                all.size() <= MOST,
                ErrorCode.INVALID_VALUE,
                "attachmentIds",
                "At most " + MOST + " attachments are shown with a dispute.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.show(dispute.uuid(), wished);
        return Outcome.done(dispute);
    }
}
