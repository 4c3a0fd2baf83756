package io.huikuan.platform.security;

import io.huikuan.kernel.identity.Role;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a token of the instance's own shall say.
 *
 * @param tenant the tenant's code
 * @param subject who the person is, lastingly and within the tenant
 * @param name what the person is called
 * @param email the person's e-mail address
 * @param roles what the person may do
 * @param region the region of a manager or rep
 * @param customer the code of a partner's customer
 * @param validFor how long the token is good
 */
public record TokenRequest(
        String tenant,
        String subject,
        String name,
        Optional<String> email,
        Set<Role> roles,
        Optional<String> region,
        Optional<String> customer,
        Duration validFor) {

    public TokenRequest {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a token needs a role");
        }
        if (roles.contains(Role.PARTNER) && roles.size() > 1) {
            throw new IllegalArgumentException("PARTNER goes with no other role");
        }
        if (roles.contains(Role.PARTNER) != customer.isPresent()) {
            throw new IllegalArgumentException(
                    "a customer code goes with the role PARTNER, and that role with a customer code");
        }
    }

    /** A person of the tenant with one role, named after it, for a day. */
    public static TokenRequest of(String tenant, Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        return new TokenRequest(
                tenant,
                name,
                name,
                Optional.empty(),
                Set.of(role),
                Optional.empty(),
                Optional.empty(),
                Duration.ofDays(1));
    }
}
