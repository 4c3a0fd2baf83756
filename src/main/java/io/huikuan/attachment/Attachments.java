package io.huikuan.attachment;

import io.huikuan.attachment.data.AttachmentReads;
import io.huikuan.attachment.data.UploadStore;
import io.huikuan.contact.ContactRecord;
import io.huikuan.contact.ContactRecords;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows attachments, and lets whoever sees a contact record ask for a way to add one. */
@ApplicationScoped
public class Attachments implements NodeFinder {

    private final AttachmentReads reads;
    private final UploadStore uploads;
    private final AttachmentRules rules;
    private final ContactRecords records;
    private final ClientKeys clientKeys;
    private final Links links;

    Attachments(
            AttachmentReads reads,
            UploadStore uploads,
            AttachmentRules rules,
            ContactRecords records,
            ClientKeys clientKeys,
            Links links) {
        this.reads = reads;
        this.uploads = uploads;
        this.rules = rules;
        this.records = records;
        this.clientKeys = clientKeys;
        this.links = links;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ATTACHMENT;
    }

    @Override
    @Transactional
    public Optional<Attachment> find(UUID id) {
        return reads.find(id).map(links::shown);
    }

    /** Those of the ids that can be seen, in the order in which they came. */
    @Transactional
    public Map<UUID, Attachment> byIds(Set<UUID> ids) {
        Map<UUID, Attachment> shown = new LinkedHashMap<>();
        reads.byIds(ids).forEach((id, stored) -> shown.put(id, links.shown(stored)));
        return shown;
    }

    /** The attachments of each of these records, in the order in which they came. */
    @Transactional
    public Map<UUID, List<Attachment>> ofRecords(Set<UUID> records) {
        Map<UUID, List<StoredAttachment>> found = reads.ofRecords(records);
        return records.stream()
                .collect(Collectors.toMap(
                        record -> record,
                        record -> found.getOrDefault(record, List.of()).stream()
                                .map(links::shown)
                                .toList()));
    }

    /**
     * A way to send the bytes of a new attachment. A repeat answers another way to send the same one, or the attachment once it has come; also when it
     * had been given up meanwhile.
     */
    @Transactional
    public Outcome<AttachmentUpload> request(NewAttachment wish) {
        return clientKeys.onceNew(
                new Wish("requestAttachmentUpload", wish.clientKey(), wish),
                id -> requested(id, wish),
                id -> requestedAgain(id, wish));
    }

    private Outcome<AttachmentUpload> requested(UUID id, NewAttachment wish) {
        Optional<UUID> record = record(wish);
        if (record.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "contactRecordId", "There is no such contact record.");
        }
        Refusals refusals = new Refusals();
        CheckedAttachment attachment = rules.checked(wish, record.get(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        if (uploads.lockAndCount(record.get()) >= rules.mostPerRecord()) {
            return Outcome.refused(
                    ErrorCode.TOO_MANY_ATTACHMENTS,
                    "contactRecordId",
                    "A contact record has at most " + rules.mostPerRecord() + " attachments.");
        }
        uploads.expect(id, attachment);
        return Outcome.done(links.awaited(id));
    }

    private Optional<UUID> record(NewAttachment wish) {
        return NodeId.uuid(NodeKind.CONTACT_RECORD, wish.contactRecordId())
                .flatMap(records::find)
                .map(ContactRecord::uuid);
    }

    private Optional<AttachmentUpload> requestedAgain(UUID id, NewAttachment wish) {
        Optional<AttachmentUpload> complete =
                find(id).map(attachment -> new AttachmentUpload(attachment.id(), null, null, attachment));
        if (complete.isPresent() || record(wish).isEmpty()) {
            return complete;
        }
        return uploads.isExpected(id)
                ? Optional.of(links.awaited(id))
                : Optional.ofNullable(requested(id, wish).valueOrNull());
    }
}
