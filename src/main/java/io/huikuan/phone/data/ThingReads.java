package io.huikuan.phone.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.phone.ThingKind;
import io.huikuan.phone.domain.Round;
import io.huikuan.phone.domain.Spot;
import io.huikuan.phone.domain.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which things there are of the customers that the actor sees, one kind at a time, customer by customer. Each statement answers the next ones beyond a
 * round's spot, at most 101.
 */
@ApplicationScoped
public class ThingReads {

    private static final Map<ThingKind, String> TABLES = new EnumMap<>(Map.ofEntries(
            Map.entry(ThingKind.CONTACT_PERSON, "contact_person"),
            Map.entry(ThingKind.RECEIVABLE, "receivable"),
            Map.entry(ThingKind.PAYMENT_PLAN, "payment_plan"),
            Map.entry(ThingKind.PAYMENT, "payment"),
            Map.entry(ThingKind.PAYMENT_ANNOUNCEMENT, "payment_announcement"),
            Map.entry(ThingKind.PROMISE, "promise"),
            Map.entry(ThingKind.DISPUTE, "dispute"),
            Map.entry(ThingKind.SELL_THROUGH, "stock_cycle"),
            Map.entry(ThingKind.ALERT, "alert"),
            Map.entry(ThingKind.CONTACT_RECORD, "contact_record")));

    private static final String CUSTOMERS = """
            select c.id as customer_id, c.id from customer c
            where c.tenant_id = :tenant and c.id > :id""";

    private static final String THINGS = """
            select t.customer_id, t.id
            from customer c
            join /* table */ t on t.tenant_id = :tenant and t.customer_id = c.id
            where c.tenant_id = :tenant and c.id >= :customer and (t.customer_id, t.id) > (:customer, :id)""";

    private static final String IN_ORDER = " order by c.id, t.id" + ChangeLog.LIMIT;

    private final Sql sql;
    private final CurrentActor actor;

    ThingReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The next things of the step's kind. */
    public List<Found> ofAll(Round round) {
        return found(round, statement(round, ""));
    }

    /** The same, of these customers only. */
    public List<Found> of(Collection<UUID> customers, Round round) {
        return found(round, statement(round, " and c.id = any(:customers)").uuids("customers", customers));
    }

    private Statement statement(Round round, String which) {
        Spot spot = round.spot();
        ThingKind kind = spot.step().kind();
        String condition = which + " and " + Visibility.of(actor.get(), "c");
        if (kind == ThingKind.CUSTOMER) {
            return sql.of(CUSTOMERS + condition + " order by c.id" + ChangeLog.LIMIT)
                    .bind("id", spot.id());
        }
        return beyond(spot, sql.of(THINGS.replace("/* table */", TABLES.get(kind)) + condition + IN_ORDER));
    }

    /** The next alerts that were given to these users. */
    public List<Found> alertsOf(Collection<UUID> users, Round round) {
        return beyond(
                        round.spot(),
                        sql.of(THINGS.replace("/* table */", "alert") + " and t.assigned_to = any(:users) and "
                                + Visibility.of(actor.get(), "c") + IN_ORDER))
                .uuids("users", users)
                .list(found(Step.ALERTS_OF_USERS, ThingKind.ALERT));
    }

    private static Statement beyond(Spot spot, Statement statement) {
        return statement.bind("customer", spot.customer()).bind("id", spot.id());
    }

    private static List<Found> found(Round round, Statement statement) {
        Step step = round.spot().step();
        return statement.list(found(step, step.kind()));
    }

    private static Function<Row, Found> found(Step step, ThingKind kind) {
        return row -> new Found(kind, Spot.at(step, row.uuid("customer_id"), row.uuid("id")));
    }
}
