package io.huikuan.platform.security;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues tokens with the instance's own key, and makes that key at the first start. */
@ApplicationScoped
@Startup
public class TokenIssuer {

    private final Path home;
    private final TokenConfig config;
    private final Clock clock;

    TokenIssuer(@ConfigProperty(name = "huikuan.home") Path home, TokenConfig config, Clock clock) {
        this.home = home.toAbsolutePath();
        this.config = config;
        this.clock = clock;
        InstanceKey.ensure(this.home);
    }

    /** The token, good from now on for as long as the request says. Only accepted where the instance's own key verifies tokens. */
    public String issue(TokenRequest request) {
        return new TokenSigner(InstanceKey.privateKeyOf(home), config.issuer(), config.audience())
                .sign(request, clock.instant());
    }
}
