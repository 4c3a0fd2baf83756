package io.huikuan.platform.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.platform.graphql.Answers;
import io.huikuan.platform.graphql.Operations;
import io.huikuan.platform.security.Door;
import io.huikuan.platform.security.RemovedPeople;
import io.huikuan.platform.security.TokenAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What every socket needs. */
@ApplicationScoped
class LiveServices {

    private final Operations operations;
    private final Answers answers;
    private final TokenAuthenticator tokens;
    private final Door door;
    private final LiveConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final RemovedPeople removed;

    LiveServices(
            Operations operations,
            Answers answers,
            TokenAuthenticator tokens,
            Door door,
            LiveConfig config,
            ObjectMapper json,
            Clock clock,
            RemovedPeople removed) {
        this.removed = removed;
        this.operations = operations;
        this.answers = answers;
        this.tokens = tokens;
        this.door = door;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    Operations operations() {
        return operations;
    }

    Answers answers() {
        return answers;
    }

    TokenAuthenticator tokens() {
        return tokens;
    }

    Door door() {
        return door;
    }

    LiveConfig config() {
        return config;
    }

    ObjectMapper json() {
        return json;
    }

    RemovedPeople removed() {
        return removed;
    }

    Clock clock() {
        return clock;
    }
}
