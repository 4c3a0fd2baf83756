package io.huikuan.platform.security;

import io.huikuan.alert.live.BatchListener;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.tenant.NewsMissed;
import io.huikuan.tenant.PersonRemoved;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The actor behind what a token says. It is remembered for a minute, so that the database is asked and written only when somebody comes anew
 * or comes with other claims; unless the person is removed: who is, is forgotten at once, and while this node would not hear of it, nobody is remembered.
 */
@ApplicationScoped
class ActorsByToken {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 20_000;

    private final Sql sql;
    private final ActingAs actingAs;
    private final People people;
    private final Clock clock;
    private final RemovedPeople removed;
    private final BatchListener news;
    private final Map<TokenClaims, Remembered> actors = new ConcurrentHashMap<>();

    ActorsByToken(Sql sql, ActingAs actingAs, People people, Clock clock, RemovedPeople removed, BatchListener news) {
        this.removed = removed;
        this.news = news;
        this.sql = sql;
        this.actingAs = actingAs;
        this.people = people;
        this.clock = clock;
    }

    private record Remembered(Actor actor, Instant until) {}

    /** The actor, if it is remembered. */
    Optional<Actor> remembered(TokenClaims claims) {
        return Optional.ofNullable(actors.get(claims))
                .filter(remembered -> remembered.until().isAfter(clock.instant()))
                .map(Remembered::actor)
                .filter(actor ->
                        news.isListening() && !removed.contains(actor.user().orElseThrow()));
    }

    void forget(@Observes PersonRemoved news) {
        actors.values().removeIf(remembered -> remembered.actor().user().equals(Optional.of(news.user())));
    }

    void forgetAll(@Observes NewsMissed news) {
        actors.clear();
    }

    /**
     * The actor, from the database. Blocks.
     *
     * @throws TokenRefused when the tenant or the partner's customer is unknown, or the person may not sign in
     */
    Actor fetch(TokenClaims claims) {
        Actor tenant = QuarkusTransaction.requiringNew()
                .call(() -> tenant(claims.tenant()))
                .orElseThrow(() -> new TokenRefused("The tenant of the token is unknown."));
        Actor actor = entered(tenant, claims);
        forgetOld();
        actors.put(claims, new Remembered(actor, clock.instant().plus(REMEMBERED)));
        return actor;
    }

    private Actor entered(Actor tenant, TokenClaims claims) {
        try {
            return actingAs.call(tenant, () -> QuarkusTransaction.requiringNew().call(() -> actor(tenant, claims)));
        } catch (TokenRefused refused) {
            throw refused.of(tenant, claims.subject());
        }
    }

    private Optional<Actor> tenant(String code) {
        UUID id = Uuids.tenant(code);
        return sql.acrossTenants("select code, time_zone, base_currency from tenant where tenant_id = :id")
                .bind("id", id)
                .first(row -> Actor.system(
                        id, row.text("code"), ZoneId.of(row.text("time_zone")), row.text("base_currency")));
    }

    private Actor actor(Actor tenant, TokenClaims claims) {
        Optional<UUID> customer = claims.customer()
                .map(code -> people.customer(code)
                        .orElseThrow(() -> new TokenRefused("The customer of the token is unknown.")));
        People.Entered person = people.enter(claims, customer);
        return new Actor(
                tenant.tenant(),
                tenant.tenantCode(),
                tenant.zone(),
                tenant.baseCurrency(),
                Optional.of(person.id()),
                claims.roles(),
                claims.region(),
                person.customer());
    }

    private void forgetOld() {
        if (actors.size() >= MOST_REMEMBERED) {
            Instant now = clock.instant();
            actors.values().removeIf(remembered -> !remembered.until().isAfter(now));
        }
    }
}
