package io.huikuan.imports.data;

import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** What the resolved rows come to. */
@ApplicationScoped
public class Verdicts {

    private final Sql sql;

    Verdicts(Sql sql) {
        this.sql = sql;
    }

    /** How many rows make something new, change something known, say what was known. */
    public record Tally(int created, int updated, int unchanged) {}

    /** Counts the verdicts of {@code import_resolved}. */
    public Tally tally() {
        return sql.of("""
                select count(*) filter (where verdict = 'CREATED') as created,
                    count(*) filter (where verdict = 'UPDATED') as updated,
                    count(*) filter (where verdict = 'UNCHANGED') as unchanged
                from import_resolved where tenant_id = :tenant""")
                .one(row -> new Tally(row.integer("created"), row.integer("updated"), row.integer("unchanged")));
    }
}
