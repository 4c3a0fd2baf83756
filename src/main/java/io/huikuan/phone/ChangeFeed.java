package io.huikuan.phone;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.phone.data.ChangeLog;
import io.huikuan.phone.data.ChangeLog.Here;
import io.huikuan.phone.domain.Horizon;
import io.huikuan.phone.domain.Round;
import io.huikuan.phone.domain.RoundCursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Tells a phone what changed of what its user may see. Nothing that is committed is ever left out: a round tells what the horizon of the
 * round before does not show, however late it was committed. What a page tells is read after the round began and may be newer than it; then
 * the next round tells it again.
 */
@ApplicationScoped
@Transactional
public class ChangeFeed {

    private final ChangeLog log;
    private final RoundReader reader;
    private final CurrentActor actor;

    ChangeFeed(ChangeLog log, RoundReader reader, CurrentActor actor) {
        this.log = log;
        this.reader = reader;
        this.actor = actor;
    }

    /**
     * The page after the cursor; from nothing without one, and where the cursor is no longer good for this person: what happened since was
     * forgotten, the person may see other things, or the database has another history.
     */
    public Changes page(String afterOrNull, int first) {
        int most = new Paging(first, afterOrNull, false).first();
        Optional<RoundCursor> after = Optional.ofNullable(afterOrNull).map(RoundCursor::decode);
        Here here = log.here();
        UUID scope = scope(here);
        Optional<Round> known = after.filter(cursor -> isOfThisHistory(cursor, scope, here.horizon()))
                .map(cursor -> cursor.round(here.horizon()));
        return known.map(round -> reader.read(round, most))
                .filter(page -> log.reachesBackTo(page.before().base()))
                .orElseGet(() -> reader.read(Round.fromNothing(here.horizon()), most))
                .told(scope);
    }

    private static boolean isOfThisHistory(RoundCursor cursor, UUID scope, Horizon now) {
        boolean beyond = cursor.since().filter(horizon -> horizon.isBeyond(now)).isPresent()
                || cursor.until().filter(horizon -> horizon.isBeyond(now)).isPresent();
        return cursor.scope().equals(scope) && !beyond;
    }

    /** What the answers depend on beside the books. Another role or region of the person makes it another one. */
    private UUID scope(Here here) {
        Actor who = actor.get();
        return Uuids.named(
                who.tenant(),
                here.history() + ' ' + who.user() + ' ' + new TreeSet<>(who.roles()) + ' ' + who.region());
    }

    /** Forgets which things changed longer ago; phones that have not asked since begin anew. */
    public void forget(Duration keep) {
        log.forget(keep);
    }
}
