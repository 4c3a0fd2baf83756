package io.huikuan.letter.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterTemplate;
import io.huikuan.letter.Letterhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The tenant's own texts and letterheads, version by version; the highest is in force. */
@ApplicationScoped
public class TemplateStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    TemplateStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** The text in force; empty while the tenant has none of its own. */
    public Optional<LetterTemplate> text(LetterKind kind, Language language) {
        return sql.of("""
                select t.* from letter_template t where t.tenant_id = :tenant and t.kind = :kind and t.language = :language
                order by t.version desc limit 1""").bind("kind", kind).bind("language", language).first(TemplateStore::template);
    }

    /** The texts in force that are the tenant's own. */
    public List<LetterTemplate> texts() {
        return sql.of("""
                select distinct on (t.kind, t.language) t.* from letter_template t where t.tenant_id = :tenant
                order by t.kind, t.language, t.version desc""").list(TemplateStore::template);
    }

    /** A page of all versions of the tenant's own, the newest first. */
    public Page<LetterTemplate> versions(LetterKind kind, Language language, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(1);
        String matching =
                " from letter_template t where t.tenant_id = :tenant and t.kind = :kind and t.language = :language";
        Statement statement = sql.of("select t.*" + matching + (after.isPresent() ? " and t.version < :after" : "")
                        + " order by t.version desc limit :fetch")
                .bind("kind", kind)
                .bind("language", language)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        int total = paging.counted()
                ? sql.of("select count(*) as count" + matching)
                        .bind("kind", kind)
                        .bind("language", language)
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(
                statement.list(TemplateStore::template), paging, template -> Cursor.of(template.version()), total);
    }

    private static LetterTemplate template(Row row) {
        return new LetterTemplate(
                row.constant(LetterKind.class, "kind"),
                row.constant(Language.class, "language"),
                row.integer("version"),
                row.text("subject"),
                row.text("body"),
                row.instant("recorded_at"),
                row.uuid("recorded_by"));
    }

    /** Writes a text under its version; false when that version is there already. */
    public boolean insert(LetterTemplate template) {
        return sql.of("""
                insert into letter_template (tenant_id, kind, language, version, subject, body, recorded_at, recorded_by)
                values (:tenant, :kind, :language, :version, :subject, :body, :now, :by)
                on conflict (tenant_id, kind, language, version) do nothing""")
                        .bind("kind", template.kind())
                        .bind("language", template.language())
                        .bind("version", template.version())
                        .bind("subject", template.subject())
                        .bind("body", template.body())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }

    /** The letterhead in force; while the tenant has set none, its name alone. */
    public Letterhead letterhead(Language language) {
        return sql.of("""
                select coalesce(h.version, 0) as version, coalesce(h.name, t.name) as name, h.address, h.phone, h.email, h.bank_account, h.signature
                from tenant t
                left join letterhead h on h.tenant_id = :tenant and h.language = :language
                where t.tenant_id = :tenant order by h.version desc limit 1""")
                .bind("language", language)
                .one(row -> new Letterhead(
                        language,
                        row.integer("version"),
                        row.text("name"),
                        row.text("address"),
                        row.text("phone"),
                        row.text("email"),
                        row.text("bank_account"),
                        row.text("signature")));
    }

    /** Writes a letterhead under its version; false when that version is there already. */
    public boolean insert(Letterhead head) {
        return sql.of("""
                insert into letterhead (tenant_id, language, version, name, address, phone, email, bank_account, signature, recorded_at, recorded_by)
                values (:tenant, :language, :version, :name, :address, :phone, :email, :bank, :signature, :now, :by)
                on conflict (tenant_id, language, version) do nothing""")
                        .bind("language", head.language())
                        .bind("version", head.version())
                        .bind("name", head.name())
                        .bind("address", head.address())
                        .bind("phone", head.phone())
                        .bind("email", head.email())
                        .bind("bank", head.bankAccount())
                        .bind("signature", head.signature())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }
}
