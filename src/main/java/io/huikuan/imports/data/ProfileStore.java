package io.huikuan.imports.data;

import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Profiles by name. */
@ApplicationScoped
public class ProfileStore {

    private static final String SELECT =
            "select name, definition, saved_at from import_profile where tenant_id = :tenant";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ProfileStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A profile as it is stored; the definition is JSON. */
    public record ProfileRow(String name, String definition, Instant savedAt) {}

    /** Saves a profile; one of that name is replaced. */
    public void save(String name, ImportKind kind, String definition) {
        sql.of("insert into import_profile (tenant_id, name, kind, definition, saved_at, saved_by)"
                        + " values (:tenant, :name, :kind, cast(:definition as jsonb), :now, :by)"
                        + " on conflict (tenant_id, name) do update set kind = excluded.kind, definition = excluded.definition,"
                        + " saved_at = excluded.saved_at, saved_by = excluded.saved_by")
                .bind("name", name)
                .bind("kind", kind.path())
                .bind("definition", definition)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** The profile of that name. */
    public Optional<ProfileRow> find(String name) {
        return sql.of(SELECT + " and name = :name").bind("name", name).first(ProfileStore::row);
    }

    /** All, by name. */
    public List<ProfileRow> all() {
        return sql.of(SELECT + " order by name").list(ProfileStore::row);
    }

    /** Removes a profile; false when there was none. */
    public boolean remove(String name) {
        return sql.of("delete from import_profile where tenant_id = :tenant and name = :name")
                        .bind("name", name)
                        .update()
                > 0;
    }

    private static ProfileRow row(Row row) {
        return new ProfileRow(row.text("name"), row.text("definition"), row.instant("saved_at"));
    }
}
