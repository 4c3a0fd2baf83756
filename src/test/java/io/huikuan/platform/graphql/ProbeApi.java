package io.huikuan.platform.graphql;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.money.Decimal;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Fields that show how the platform behaves; they exist in tests only. */
@GraphQLApi
@ApplicationScoped
public class ProbeApi {

    /** What the batch functions were asked, call by call. */
    static final Queue<Set<?>> BATCHES = new ConcurrentLinkedQueue<>();

    /** Which endless subscriptions have been cancelled. */
    public static final Map<String, Boolean> CANCELLED = new ConcurrentHashMap<>();

    /** How many events the flood has raised. */
    public static final AtomicInteger FLOODED = new AtomicInteger();

    private static final Map<Integer, CyclicBarrier> MEETINGS = new ConcurrentHashMap<>();
    private static final AtomicInteger WRITTEN = new AtomicInteger();

    private final Loader loader;
    private final Selection selection;
    private final SecurityIdentity identity;
    private final CurrentActor actor;
    private final ActingAs actingAs;

    ProbeApi(Loader loader, Selection selection, SecurityIdentity identity, CurrentActor actor, ActingAs actingAs) {
        this.actor = actor;
        this.actingAs = actingAs;
        this.loader = loader;
        this.selection = selection;
        this.identity = identity;
    }

    /** A thing that a mutation made. */
    public record ProbeCount(int written) {}

    /** An input as capabilities have them. */
    @Input("ProbeInput")
    public record ProbeInput(
            @NonNull String name,
            LocalDate day,
            Decimal amount,
            List<@NonNull ProbeRow> rows,
            @DefaultValue("5") int count) {}

    /** A row of the input. */
    @Input("ProbeRow")
    public record ProbeRow(@NonNull LocalDate day, @NonNull Decimal amount) {}

    record ChildrenOf(Probe parent, int count) {}

    @Query
    @RunOnVirtualThread
    public List<Probe> probes(int count) {
        return below("probe", 1, count);
    }

    @Query
    @RunOnVirtualThread
    public Probe probe() {
        return new Probe("probe", 1);
    }

    public CompletionStage<Probe> only(@Source Probe parent) {
        return loader.load(
                "Probe.only",
                parent,
                keys -> keys.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    @Query
    @RunOnVirtualThread
    public ProbePage probePage() {
        return new ProbePage(List.of(), selection.counted() ? 7 : 0);
    }

    @Query
    @RunOnVirtualThread
    public String probeArguments(LocalDate day, Instant at, Decimal amount, Role role, String text, Integer number) {
        return day + " " + at + " " + amount + " " + role + " " + text + " " + number;
    }

    @Query
    @RunOnVirtualThread
    public String probeInput(ProbeInput input) {
        return input.toString();
    }

    @Query
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public String probeForbidden() {
        return "open";
    }

    @Query
    @RunOnVirtualThread
    public String probeProblem() {
        throw new Problem(ErrorCode.INVALID_CURSOR, "The cursor was not made by this list.");
    }

    @Query
    @RunOnVirtualThread
    public String probeFault() {
        throw new IllegalArgumentException("column secret_note of table vault");
    }

    @Query
    @RunOnVirtualThread
    public @NonNull String probeNull() {
        return null;
    }

    @Subscription
    @RolesAllowed({Roles.FINANCE, Roles.ADMIN})
    public Multi<Probe> probeTicks(int count) {
        return Multi.createFrom().range(0, count).map(i -> new Probe("tick " + i, 1));
    }

    /** Ticks without end, raised on a thread that works on behalf of the tenant itself. */
    @Subscription
    @RolesAllowed(Roles.FINANCE)
    public Multi<Probe> probeElsewhere() {
        Actor itself = itself(actor.get());
        return Multi.createFrom().emitter(emitter -> {
            Thread raiser = new Thread(() -> actingAs.run(itself, () -> emitter.emit(new Probe("elsewhere", 1))));
            raiser.start();
            CANCELLED.put("probeElsewhere", false);
            emitter.onTermination(() -> CANCELLED.put("probeElsewhere", true));
        });
    }

    @Subscription
    @RolesAllowed(Roles.FINANCE)
    public Multi<Probe> probeFlood() {
        CANCELLED.put("probeFlood", false);
        String large = "x".repeat(50_000);
        return Multi.createBy()
                .repeating()
                .supplier(() -> {
                    FLOODED.incrementAndGet();
                    return new Probe(large, 1);
                })
                .indefinitely()
                .onCancellation()
                .invoke(() -> CANCELLED.put("probeFlood", true));
    }

    @Subscription
    @RolesAllowed(Roles.FINANCE)
    public Multi<Probe> probeTrouble() {
        return Multi.createFrom().failure(new IllegalStateException("select secret from vault"));
    }

    /** True when so many callers are within at once; false when they come one after the other. */
    @Query
    @RunOnVirtualThread
    public boolean probeMeeting(int of) throws Exception {
        CyclicBarrier meeting = MEETINGS.computeIfAbsent(of, CyclicBarrier::new);
        try {
            meeting.await(10, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | BrokenBarrierException e) {
            return false;
        }
    }

    @Mutation
    @RunOnVirtualThread
    public ProbeCount probeCount() {
        return new ProbeCount(WRITTEN.incrementAndGet());
    }

    public CompletionStage<Integer> read(@Source ProbeCount count) {
        return loader.load("ProbeCount.read", "the same", keys -> Map.of("the same", WRITTEN.get()));
    }

    public CompletionStage<List<Probe>> children(@Source Probe parent, int count) {
        return loader.load("Probe.children", new ChildrenOf(parent, count), ProbeApi::childrenOf);
    }

    public CompletionStage<ProbePage> page(@Source Probe parent) {
        record Key(Probe parent, boolean counted) {}
        return loader.load(
                "Probe.page",
                new Key(parent, selection.counted()),
                keys -> keys.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), key -> new ProbePage(List.of(), key.counted() ? 7 : 0))));
    }

    public CompletionStage<String> seenBy(@Source Probe parent) {
        return loader.load(
                "Probe.seenBy",
                parent,
                keys -> keys.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                key -> identity.getPrincipal().getName()
                                        + actor.get().roles())));
    }

    public CompletionStage<String> missing(@Source Probe parent) {
        return loader.load("Probe.missing", parent, keys -> Map.of());
    }

    public CompletionStage<String> broken(@Source Probe parent) {
        return loader.load("Probe.broken", parent, keys -> {
            throw new IllegalStateException("select secret from vault");
        });
    }

    private static Map<ChildrenOf, List<Probe>> childrenOf(Set<ChildrenOf> keys) {
        BATCHES.add(keys);
        return keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> below(key.parent().name(), key.parent().level() + 1, key.count())));
    }

    private static Actor itself(Actor person) {
        return Actor.system(person.tenant(), person.tenantCode(), person.zone(), person.baseCurrency());
    }

    private static List<Probe> below(String name, int level, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Probe(name + "." + i, level))
                .toList();
    }
}
