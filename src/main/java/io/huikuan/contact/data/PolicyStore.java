package io.huikuan.contact.data;

import io.huikuan.contact.ContactPolicy;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;

/** The versions of the current tenant's contact policy; none is ever changed or removed. */
@ApplicationScoped
public class PolicyStore {

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    PolicyStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** The policy in force. */
    public ContactPolicy current() {
        return sql.of("""
                select p.version, to_char(p.best_at, 'HH24:MI') as best_at, to_char(p.noon_from, 'HH24:MI') as noon_from,
                    to_char(p.noon_to, 'HH24:MI') as noon_to, to_char(p.quiet_from, 'HH24:MI') as quiet_from,
                    to_char(p.quiet_to, 'HH24:MI') as quiet_to, p.per_day, p.per_week, p.quiet_days
                from contact_policy p where p.tenant_id = :tenant order by p.version desc limit 1""").first(PolicyStore::policy).orElse(ContactPolicy.DEFAULT);
    }

    private static ContactPolicy policy(Row row) {
        return new ContactPolicy(
                row.integer("version"),
                row.text("best_at"),
                row.text("noon_from"),
                row.text("noon_to"),
                row.text("quiet_from"),
                row.text("quiet_to"),
                row.integer("per_day"),
                row.integer("per_week"),
                row.integer("quiet_days"));
    }

    /** Puts the policy in force, decided by the actor now; false when somebody else was faster with this version. */
    public boolean insert(ContactPolicy policy) {
        return sql.of("""
                insert into contact_policy (tenant_id, version, best_at, noon_from, noon_to, quiet_from, quiet_to, per_day, per_week,
                    quiet_days, recorded_at, recorded_by)
                values (:tenant, :version, cast(:best_at as time), cast(:noon_from as time), cast(:noon_to as time),
                    cast(:quiet_from as time), cast(:quiet_to as time), :per_day, :per_week, :quiet_days, :now, :by)
                on conflict do nothing""")
                        .bind("version", policy.version())
                        .bind("best_at", policy.bestAt())
                        .bind("noon_from", policy.noonFrom())
                        .bind("noon_to", policy.noonTo())
                        .bind("quiet_from", policy.quietFrom())
                        .bind("quiet_to", policy.quietTo())
                        .bind("per_day", policy.perDay())
                        .bind("per_week", policy.perWeek())
                        .bind("quiet_days", policy.quietDays())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }
}
