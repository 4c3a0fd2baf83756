package io.huikuan.kernel.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Which customers an actor sees, as SQL. This is the only place that says so; every list and every fetch puts it into its WHERE,
 * so that what is not yours does not exist. It is written with the parameters {@code :actor_user}, {@code :actor_region} and
 * {@code :actor_customer}, which {@link io.huikuan.kernel.sql.Sql} binds by itself.
 */
public final class Visibility {

    private Visibility() {}

    /** The condition under which the actor sees the row of the customer table with this alias. */
    public static String of(Actor actor, String customerAlias) {
        if (actor.seesAllCustomers()) {
            return "true";
        }
        if (actor.is(Role.PARTNER)) {
            return customerAlias + ".id = :actor_customer";
        }
        String own = customerAlias + ".owner_id = :actor_user";
        String region = customerAlias + ".region = :actor_region";
        boolean manages = actor.is(Role.MANAGER);
        if (manages && actor.is(Role.REP)) {
            return "(" + own + " or " + region + ")";
        }
        return manages ? region : actor.is(Role.REP) ? own : "false";
    }

    /** The same for one customer that is at hand, for what reaches many viewers at once: whether this actor sees it. */
    public static boolean sees(Actor actor, UUID customer, Optional<UUID> owner, Optional<String> region) {
        if (actor.seesAllCustomers()) {
            return true;
        }
        if (actor.is(Role.PARTNER)) {
            return actor.customer().equals(Optional.of(customer));
        }
        boolean own = actor.is(Role.REP) && owner.isPresent() && owner.equals(actor.user());
        boolean inRegion = actor.is(Role.MANAGER) && region.isPresent() && region.equals(actor.region());
        return own || inRegion;
    }
}
