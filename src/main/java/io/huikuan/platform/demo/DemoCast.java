package io.huikuan.platform.demo;

import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.security.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who plays in the demo tenant: one person for each role, two reps in two regions, and the user of one distributor. */
record DemoCast(
        TokenRequest admin,
        TokenRequest finance,
        TokenRequest manager,
        TokenRequest repEast,
        TokenRequest repWest,
        TokenRequest partner) {

    /** The code of the demo tenant. */
    static final String TENANT = "demo";

    /** The code of the distributor whose user is the partner. */
    static final String PARTNER_CUSTOMER = "D01";

    static final String EAST = "EAST";
    static final String WEST = "WEST";

    private static final Duration VALID = Duration.ofDays(30);

    static DemoCast cast() {
        return new DemoCast(
                person("admin", Role.ADMIN, null, null),
                person("finance", Role.FINANCE, null, null),
                person("manager-east", Role.MANAGER, EAST, null),
                person("rep-east", Role.REP, EAST, null),
                person("rep-west", Role.REP, WEST, null),
                person("partner-d01", Role.PARTNER, null, PARTNER_CUSTOMER));
    }

    private static TokenRequest person(String name, Role role, String region, String customer) {
        return new TokenRequest(
                TENANT,
                name,
                name,
                Optional.of(name + "@demo.example"),
                Set.of(role),
                Optional.ofNullable(region),
                Optional.ofNullable(customer),
                VALID);
    }

    List<TokenRequest> all() {
        return List.of(admin, finance, manager, repEast, repWest, partner);
    }
}
