package io.huikuan.platform.graphql;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private static final AtomicInteger WRITTEN = new AtomicInteger();

    private final Loader loader;
    private final Selection selection;
    private final SecurityIdentity identity;

    ProbeApi(Loader loader, Selection selection, SecurityIdentity identity) {
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
    @RolesAllowed("ADMIN")
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

    @Query
    @RunOnVirtualThread
    public String probeSlow() throws InterruptedException {
        Thread.sleep(200);
        return "slow";
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
                                key -> identity.getPrincipal().getName())));
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

    private static List<Probe> below(String name, int level, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Probe(name + "." + i, level))
                .toList();
    }
}
