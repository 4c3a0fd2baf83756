package io.huikuan.kernel.idempotency;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes a mutation safe to repeat (rule 15). A key commits together with its effect: a success is remembered for good per tenant, user, mutation
 * and key, a refusal is not. A repeat reads the thing again and answers it. Twins at the same moment wait for each other on the
 * key's row. Another input under the same key is CLIENT_KEY_REUSED.
 */
@ApplicationScoped
public class ClientKeys {

    private static final int LONGEST = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ClientKeys(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /**
     * A wish that may be repeated.
     *
     * @param mutation the name of the mutation
     * @param clientKey the client's key; null when the client gave none, then nothing is remembered
     * @param input the input, a record whose text form tells it from every other
     */
    public record Wish(String mutation, String clientKey, Object input) {}

    private record Remembered(String inputHash, UUID resultId) {}

    /**
     * Fulfils the wish once, within the running transaction; a refusal marks the transaction to be rolled back.
     *
     * @param effect does the work
     * @param id tells the id of the thing that was made or changed
     * @param reread reads the thing again, for a repeat
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Outcome<T> once(
            Wish wish, Supplier<Outcome<T>> effect, Function<T, UUID> id, Function<UUID, Optional<T>> reread) {
        return refusing(
                wish.clientKey() == null
                        ? effect.get()
                        : keyed(wish, null, () -> remembered(wish, effect, id), reread));
    }

    /**
     * As {@link #once}, for what makes one new thing: its id is chosen before, and the key is written with it, which takes a statement less.
     *
     * @param effect makes the thing that has this id
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Outcome<T> onceNew(Wish wish, Function<UUID, Outcome<T>> effect, Function<UUID, Optional<T>> reread) {
        UUID made = Uuids.next();
        return refusing(
                wish.clientKey() == null ? effect.apply(made) : keyed(wish, made, () -> effect.apply(made), reread));
    }

    /** The id of what this mutation of the actor made or changed under the key; empty when it has not succeeded under it. */
    @Transactional
    public Optional<UUID> made(String mutation, String clientKey) {
        return find(new Wish(mutation, clientKey, "")).map(Remembered::resultId);
    }

    private static <T> Outcome<T> refusing(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T>) {
            QuarkusTransaction.setRollbackOnly();
        }
        return outcome;
    }

    private <T> Outcome<T> remembered(Wish wish, Supplier<Outcome<T>> effect, Function<T, UUID> id) {
        Outcome<T> outcome = effect.get();
        if (outcome instanceof Outcome.Done<T> done) {
            remember(wish, id.apply(done.value()));
        }
        return outcome;
    }

    private <T> Outcome<T> keyed(
            Wish wish, UUID madeOrNull, Supplier<Outcome<T>> effect, Function<UUID, Optional<T>> reread) {
        String key = wish.clientKey();
        if (key.isBlank() || key.length() > LONGEST) {
            return Outcome.refused(
                    ErrorCode.INVALID_VALUE, "clientKey", "A client key has 1 to " + LONGEST + " characters.");
        }
        String hash = Sha256.of(wish.input().toString());
        if (claim(wish, hash, madeOrNull)) {
            return effect.get();
        }
        Remembered before = find(wish).orElseThrow();
        if (!before.inputHash().equals(hash)) {
            return Outcome.refused(
                    ErrorCode.CLIENT_KEY_REUSED, "clientKey", "This client key was used for another input.");
        }
        return reread.apply(before.resultId())
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused(ErrorCode.NOT_FOUND, "", "What this client key made can no longer be seen."));
    }

    private boolean claim(Wish wish, String hash, UUID madeOrNull) {
        return sql.of("""
                        insert into client_key (tenant_id, user_id, mutation, key, input_hash, result_id, used_at)
                        values (:tenant, :user, :mutation, :key, :hash, :made, :now)
                        on conflict (tenant_id, user_id, mutation, key) do nothing""")
                        .bind("user", user())
                        .bind("mutation", wish.mutation())
                        .bind("key", wish.clientKey())
                        .bind("hash", hash)
                        .bind("made", madeOrNull)
                        .bind("now", dates.now())
                        .update()
                == 1;
    }

    private void remember(Wish wish, UUID result) {
        sql.of("""
                update client_key set result_id = :result
                where tenant_id = :tenant and user_id = :user and mutation = :mutation and key = :key""")
                .bind("result", result)
                .bind("user", user())
                .bind("mutation", wish.mutation())
                .bind("key", wish.clientKey())
                .update();
    }

    private Optional<Remembered> find(Wish wish) {
        return sql.of("""
                select input_hash, result_id from client_key
                where tenant_id = :tenant and user_id = :user and mutation = :mutation and key = :key""")
                .bind("user", user())
                .bind("mutation", wish.mutation())
                .bind("key", wish.clientKey())
                .first(row -> new Remembered(row.text("input_hash"), row.uuid("result_id")));
    }

    private UUID user() {
        return actor.get().user().orElse(NOBODY);
    }
}
