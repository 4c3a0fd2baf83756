package io.huikuan.platform.demo;

import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tokens for everybody in the demo tenant. */
@ApplicationScoped
public class DemoTokens {

    private final TokenIssuer tokens;

    DemoTokens(TokenIssuer tokens) {
        this.tokens = tokens;
    }

    /** One who can come in. */
    public record Person(String role, String name, String note, String token) {

        /** The last characters of the token, by which people tell tokens apart. */
        public String tokenEnd() {
            return token.substring(token.length() - 12);
        }
    }

    /** Everybody, with a new token each. */
    public List<Person> all() {
        return DemoCast.cast().all().stream().map(this::person).toList();
    }

    private Person person(TokenRequest request) {
        String role = request.roles().iterator().next().name();
        String note = request.customer()
                .map(customer -> "distributor " + customer)
                .or(() -> request.region()
                        .map(region -> (request.roles().contains(Role.REP) ? "own customers in " : "region ") + region))
                .orElse("all customers");
        return new Person(role, request.subject(), note, tokens.issue(request));
    }
}
