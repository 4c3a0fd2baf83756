package io.huikuan.attachment.data;

import io.huikuan.attachment.StoredAttachment;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Attachments of contact records with customers that the actor sees. */
@ApplicationScoped
public class AttachmentReads {

    private static final String SELECT = """
            select a.id, a.contact_record_id, a.name, a.content_type, a.size, a.sha256, a.uploaded_by, a.uploaded_at, a.erased_at
            from attachment a
            join contact_record r on r.id = a.contact_record_id
            join customer c on c.id = r.customer_id
            where a.tenant_id = :tenant and r.tenant_id = :tenant and c.tenant_id = :tenant""";

    private final Sql sql;
    private final CurrentActor actor;

    AttachmentReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The attachment. */
    public Optional<StoredAttachment> find(UUID id) {
        return sql.of(SELECT + " and " + visible() + " and a.id = :id")
                .bind("id", id)
                .first(AttachmentReads::stored);
    }

    /** Those of the ids that the actor may see, in the order in which they came. */
    public Map<UUID, StoredAttachment> byIds(Set<UUID> ids) {
        return sql.of(SELECT + " and " + visible() + " and a.id = any(:ids) order by a.uploaded_at, a.id")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), AttachmentReads::stored);
    }

    /** The attachments of each of these records that has any, in the order in which they came. */
    public Map<UUID, List<StoredAttachment>> ofRecords(Set<UUID> records) {
        return sql.of(SELECT + " and " + visible()
                        + " and a.contact_record_id = any(:records) order by a.uploaded_at, a.id")
                .uuids("records", records)
                .group(row -> row.uuid("contact_record_id"), AttachmentReads::stored);
    }

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }

    private static StoredAttachment stored(Row row) {
        return new StoredAttachment(
                row.uuid("id"),
                row.uuid("contact_record_id"),
                row.text("name"),
                row.text("content_type"),
                row.integer("size"),
                row.text("sha256"),
                row.uuid("uploaded_by"),
                row.instant("uploaded_at"),
                row.instant("erased_at"));
    }
}
