package io.huikuan.platform.demo;

import io.huikuan.job.JobName;
import io.huikuan.job.Jobs;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.bootstrap.NewTenant;
import io.huikuan.platform.bootstrap.TenantIntroduction;
import io.huikuan.platform.security.TokenAuthenticator;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Fills the demo tenant by the same use cases as the API, once: when it has customers, it stays as it is. */
@ApplicationScoped
public class DemoTenant {

    private static final NewTenant TENANT =
            new NewTenant(DemoCast.TENANT, "示例供应商 Demo Supplier", ZoneId.of("Asia/Shanghai"), "CNY");

    private final TenantIntroduction introduction;
    private final TokenIssuer tokens;
    private final TokenAuthenticator authenticator;
    private final ActingAs actingAs;
    private final Sql sql;
    private final DemoStory story;
    private final DemoStrategies strategies;
    private final Jobs jobs;

    DemoTenant(
            TenantIntroduction introduction,
            TokenIssuer tokens,
            TokenAuthenticator authenticator,
            ActingAs actingAs,
            Sql sql,
            DemoStory story,
            DemoStrategies strategies,
            Jobs jobs) {
        this.introduction = introduction;
        this.tokens = tokens;
        this.authenticator = authenticator;
        this.actingAs = actingAs;
        this.sql = sql;
        this.story = story;
        this.strategies = strategies;
        this.jobs = jobs;
    }

    /** One who acts in the story. What is refused to him is a fault of the story and throws. */
    final class Player {

        private final Actor actor;

        private Player(Actor actor) {
            this.actor = actor;
        }

        Actor actor() {
            return actor;
        }

        <T> T does(Supplier<Outcome<T>> work) {
            Outcome<T> outcome = actingAs.call(actor, work);
            if (outcome instanceof Outcome.Done<T> done) {
                return done.value();
            }
            throw new IllegalStateException("the demo story was refused: " + outcome.errors());
        }
    }

    /** Enters the tenant, tells its story and runs the daily jobs over it, unless that was done before. */
    public void enter() {
        Actor tenant = introduction.introduce(TENANT);
        if (isEmpty(tenant)) {
            DemoCast cast = DemoCast.cast();
            story.tell(new DemoStory.Players(player(cast.finance()), player(cast.repEast()), player(cast.repWest())));
            strategies.draft(player(cast.finance()));
            Player admin = player(cast.admin());
            for (JobName job : JobName.values()) {
                admin.does(() -> jobs.run(new Jobs.RunJob(null, job, null)));
            }
        }
    }

    private Player player(TokenRequest person) {
        return new Player(authenticator.actor(tokens.issue(person)));
    }

    private boolean isEmpty(Actor tenant) {
        return actingAs.call(
                tenant,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.of(
                                        "select not exists (select from customer where tenant_id = :tenant) as empty")
                                .one(row -> row.flag("empty"))));
    }
}
