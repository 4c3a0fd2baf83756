package io.huikuan.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class ClaimNamesTest {

    @Test
    void are_ours_unless_others_are_set() {
        JwtClaims claims = claims(Map.of("tenant", "acme", "groups", List.of("REP")));
        names(Map.of()).apply(claims);
        assertThat(claims.getClaimsMap()).isEqualTo(Map.of("tenant", "acme", "groups", List.of("REP")));
    }

    @Test
    void lead_into_nested_claims() {
        JwtClaims claims = claims(Map.of(
                "realm_access", Map.of("roles", List.of("REP", "offline_access")),
                "org", Map.of("code", "acme"),
                "area", "EAST",
                "account", Map.of("no", "D01")));
        names(Map.of("roles", "realm_access/roles", "tenant", "org/code", "region", "area", "customer", "account/no"))
                .apply(claims);
        assertThat(claims.getClaimsMap())
                .containsEntry("groups", List.of("REP", "offline_access"))
                .containsEntry("tenant", "acme")
                .containsEntry("region", "EAST")
                .containsEntry("customer", "D01");
    }

    @Test
    void with_slashes_stand_in_quotes() {
        JwtClaims claims = claims(Map.of(
                "https://huikuan.example/tenant",
                "acme",
                "https://huikuan.example/all",
                Map.of("roles", "REP MANAGER")));
        names(Map.of("tenant", "\"https://huikuan.example/tenant\"", "roles", "\"https://huikuan.example/all\"/roles"))
                .apply(claims);
        assertThat(claims.getClaimsMap())
                .containsEntry("tenant", "acme")
                .containsEntry("groups", List.of("REP", "MANAGER"));
    }

    @Test
    void let_a_claim_of_our_name_say_nothing_where_another_is_set() {
        JwtClaims claims = claims(Map.of("groups", List.of("ADMIN"), "tenant", "other", "region", "EAST"));
        names(Map.of("roles", "realm_access/roles", "tenant", "org/code")).apply(claims);
        assertThat(claims.getClaimsMap()).isEqualTo(Map.of("region", "EAST"));
    }

    @Test
    void do_not_lead_through_what_is_no_object() {
        JwtClaims claims = claims(Map.of("realm_access", List.of("ADMIN"), "roles", 7));
        assertThatThrownBy(() -> names(Map.of("roles", "realm_access/roles")).apply(claims))
                .isInstanceOf(TokenRefused.class);

        JwtClaims number = claims(Map.of("roles", 7));
        names(Map.of("roles", "roles")).apply(number);
        assertThat(number.getClaimsMap()).containsEntry("groups", List.of());
    }

    @Test
    void that_are_none_are_refused() {
        for (String wrong : List.of("/roles", "realm_access//roles", "roles/", "\"\"")) {
            assertThatThrownBy(() -> names(Map.of("roles", wrong)))
                    .as(wrong)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("neither the name of a claim nor a path");
        }
    }

    private static ClaimNames names(Map<String, String> set) {
        return new ClaimNames(TokenConfigs.with("claims.", set).claims());
    }

    private static JwtClaims claims(Map<String, Object> values) {
        JwtClaims claims = new JwtClaims();
        values.forEach(claims::setClaim);
        return claims;
    }
}
