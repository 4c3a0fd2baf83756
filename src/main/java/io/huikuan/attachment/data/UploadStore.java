package io.huikuan.attachment.data;

import io.huikuan.attachment.CheckedAttachment;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Attachments that are expected, and how they become ones that are there. */
@ApplicationScoped
public class UploadStore {

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    UploadStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** How many attachments the record has, expected ones included; until the transaction ends nobody else expects one more. */
    public int lockAndCount(UUID record) {
        sql.of("select id from contact_record where tenant_id = :tenant and id = :record for no key update")
                .bind("record", record)
                .first(row -> row.uuid("id"));
        return sql.of("""
                        select (select count(*) from attachment a where a.tenant_id = :tenant and a.contact_record_id = :record)
                            + (select count(*) from attachment_upload u where u.tenant_id = :tenant and u.contact_record_id = :record) as n""").bind("record", record).one(row -> row.integer("n"));
    }

    /** Expects the attachment, from the actor. */
    public void expect(UUID id, CheckedAttachment attachment) {
        sql.of("""
                insert into attachment_upload (tenant_id, id, contact_record_id, name, content_type, size, requested_by, requested_at)
                values (:tenant, :id, :record, :name, :type, :size, :user, :now)""")
                .bind("id", id)
                .bind("record", attachment.contactRecord())
                .bind("name", attachment.name())
                .bind("type", attachment.contentType())
                .bind("size", attachment.size())
                .bind("user", actor.get().user().orElseThrow())
                .bind("now", dates.now())
                .update();
    }

    /** Whether the attachment is expected. */
    public boolean isExpected(UUID id) {
        return expected(id).isPresent();
    }

    /** What is expected, or was: the record, the name, the size and the type of an attachment that is to come or has come. */
    public Optional<CheckedAttachment> expected(UUID id) {
        return sql.of("""
                select contact_record_id, name, content_type, size from attachment_upload where tenant_id = :tenant and id = :id""")
                .bind("id", id)
                .first(row -> new CheckedAttachment(
                        row.uuid("contact_record_id"),
                        row.text("name"),
                        row.integer("size"),
                        row.text("content_type")));
    }

    /**
     * Makes the expected attachment one that is there. Another one who does so at the same moment waits, and then finds nothing that is expected.
     *
     * @return whether it was expected
     */
    public boolean complete(UUID id, String sha256) {
        return sql.of("""
                        with expected as (
                            delete from attachment_upload where tenant_id = :tenant and id = :id
                            returning tenant_id, id, contact_record_id, name, content_type, size, requested_by)
                        insert into attachment (tenant_id, id, contact_record_id, name, content_type, size, sha256, uploaded_by, uploaded_at)
                        select tenant_id, id, contact_record_id, name, content_type, size, :sha256, requested_by, :now from expected""")
                        .bind("id", id)
                        .bind("sha256", sha256)
                        .bind("now", dates.now())
                        .update()
                == 1;
    }

    /** Gives up what was asked for before the moment; answers how many. */
    public int giveUp(Instant before) {
        return sql.of("delete from attachment_upload where tenant_id = :tenant and requested_at < :before")
                .bind("before", before)
                .update();
    }
}
