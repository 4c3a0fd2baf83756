package io.huikuan.attachment.data;

import io.huikuan.attachment.AttachmentContents;
import io.huikuan.kernel.sql.Sql;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Keeps the bytes in PostgreSQL, in a table of their own, so that whoever reads attachments does not read them. */
@ApplicationScoped
@DefaultBean
public class PostgresContents implements AttachmentContents {

    private final Sql sql;

    PostgresContents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(UUID attachment, byte[] bytes) {
        sql.of("insert into attachment_content (tenant_id, attachment_id, bytes) values (:tenant, :id, :bytes)")
                .bind("id", attachment)
                .bind("bytes", bytes)
                .update();
    }

    @Override
    public Optional<byte[]> find(UUID attachment) {
        return sql.of("select bytes from attachment_content where tenant_id = :tenant and attachment_id = :id")
                .bind("id", attachment)
                .first(row -> row.bytes("bytes"));
    }

    @Override
    public void erase(Collection<UUID> attachments) {
        sql.of("delete from attachment_content where tenant_id = :tenant and attachment_id = any(:ids)")
                .uuids("ids", attachments)
                .update();
    }
}
