package io.huikuan.platform.security;

import io.huikuan.kernel.identity.Role;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified token says of its bearer.
 *
 * @param tenant the tenant's code
 * @param subject who it is within the tenant, lastingly
 * @param name what the person is called; the subject when the token does not say
 * @param email the e-mail address, unless the issuer says that it is not verified
 * @param roles what the person may do, at least one; a PARTNER has no other
 * @param region the region of a manager or rep
 * @param customer the code of a partner's customer; empty for one who was bound to a customer by an invitation, and for everybody else
 */
record TokenClaims(
        String tenant,
        String subject,
        String name,
        Optional<String> email,
        Set<Role> roles,
        Optional<String> region,
        Optional<String> customer) {

    private static final int LONGEST = 200;

    /**
     * Reads the claims. Groups that are no roles here are passed over: identity providers send all groups of a person.
     *
     * @throws TokenRefused when the token lacks what it must say, or contradicts itself
     */
    static TokenClaims of(JsonWebToken token) {
        Set<Role> roles = roles(token);
        if (roles.isEmpty()) {
            throw new TokenRefused("The token names no role.");
        }
        if (roles.contains(Role.PARTNER) && roles.size() > 1) {
            throw new TokenRefused("The token names PARTNER and another role.");
        }
        Optional<String> customer = text(token, "customer");
        String subject = required(token, "sub");
        return new TokenClaims(
                required(token, "tenant"),
                subject,
                text(token, "name").orElse(subject),
                email(token),
                roles,
                text(token, "region"),
                roles.contains(Role.PARTNER) ? customer : Optional.empty());
    }

    boolean isPartner() {
        return roles.contains(Role.PARTNER);
    }

    private static Set<Role> roles(JsonWebToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (token.getGroups() != null && token.getGroups().contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** An address that anybody may claim must not lead to what was entered for its owner. */
    private static Optional<String> email(JsonWebToken token) {
        Object verified = token.getClaim("email_verified");
        return verified != null && verified.toString().equalsIgnoreCase("false")
                ? Optional.empty()
                : text(token, "email");
    }

    private static String required(JsonWebToken token, String claim) {
        return text(token, claim).orElseThrow(() -> new TokenRefused("The token lacks the claim '" + claim + "'."));
    }

    /** A claim of another kind is not passed over: a manager without a region sees all of them. */
    private static Optional<String> text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw new TokenRefused("The claim '" + claim + "' is not one text.");
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new TokenRefused("The claim '" + claim + "' is too long or malformed.");
        }
        return Optional.of(text.strip());
    }
}
