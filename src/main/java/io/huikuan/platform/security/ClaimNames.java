package io.huikuan.platform.security;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;

/**
 * Under which names an identity provider says what is read here. Only what stands there counts: when it does not say it there, a claim that happens to have our
 * name says nothing.
 */
class ClaimNames {

    private static final String ROLES = "groups";

    /** A slash that is not between double quotes. */
    private static final Pattern SLASH = Pattern.compile("/(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final Map<String, List<String>> paths = new LinkedHashMap<>();

    ClaimNames(TokenConfig.Claims config) {
        learn(ROLES, config.roles());
        learn("tenant", config.tenant());
        learn("region", config.region());
        learn("customer", config.customer());
    }

    private void learn(String ours, String theirs) {
        List<String> path = Arrays.stream(SLASH.split(theirs, -1))
                .map(name -> name.replace("\"", ""))
                .toList();
        if (path.contains("")) {
            throw new ConfigurationException("'" + theirs + "' is neither the name of a claim nor a path to one");
        }
        if (!path.equals(List.of(ours))) {
            paths.put(ours, path);
        }
    }

    /**
     * Puts what the token says under the provider's names under ours.
     *
     * @throws TokenRefused when a path leads through what is no object: a region that is passed over would open all regions
     */
    void apply(JwtClaims claims) {
        if (paths.isEmpty()) {
            return;
        }
        Map<String, Object> said = new LinkedHashMap<>(claims.getClaimsMap());
        paths.forEach((ours, path) -> {
            Object value = at(path, said);
            if (value == null) {
                claims.unsetClaim(ours);
            } else {
                claims.setClaim(ours, ours.equals(ROLES) ? texts(value) : value);
            }
        });
    }

    private static Object at(List<String> path, Map<String, Object> said) {
        Object value = said;
        for (String name : path) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof Map<?, ?> object)) {
                throw new TokenRefused("The claim '" + String.join("/", path) + "' is not where it should be.");
            }
            value = object.get(name);
        }
        return value;
    }

    private static List<String> texts(Object value) {
        if (value instanceof String text) {
            return Arrays.asList(text.strip().split("\\s+", -1));
        }
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
