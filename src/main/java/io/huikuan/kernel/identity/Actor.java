package io.huikuan.kernel.identity;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf work is done: a person of a tenant, or the tenant's own jobs. Everything that reads or writes is confined to
 * the tenant of the actor.
 *
 * @param tenant the tenant's id
 * @param tenantCode the tenant's code, as in the token
 * @param zone the tenant's time zone, which rules its business dates
 * @param baseCurrency the tenant's currency, as its ISO 4217 code
 * @param user the person; empty for jobs
 * @param roles what the person may do
 * @param region the region of a manager or rep; empty means all regions for a manager
 * @param customer the customer a PARTNER belongs to; empty for everybody else
 */
public record Actor(
        UUID tenant,
        String tenantCode,
        ZoneId zone,
        String baseCurrency,
        Optional<UUID> user,
        Set<Role> roles,
        Optional<String> region,
        Optional<UUID> customer) {

    public Actor {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.PARTNER) && (roles.size() > 1 || customer.isEmpty())) {
            throw new IllegalArgumentException("a partner has one customer and no other role");
        }
    }

    /** The tenant acting for itself: jobs and start-up. It sees every customer of the tenant. */
    public static Actor system(UUID tenant, String tenantCode, ZoneId zone, String baseCurrency) {
        return new Actor(
                tenant, tenantCode, zone, baseCurrency, Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** Whether the actor has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this is the tenant itself, not a person. */
    public boolean isSystem() {
        return user.isEmpty();
    }

    /** Whether the actor sees every customer of the tenant. */
    public boolean seesAllCustomers() {
        return isSystem() || is(Role.ADMIN) || is(Role.FINANCE) || (is(Role.MANAGER) && region.isEmpty());
    }
}
