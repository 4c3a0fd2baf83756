package io.huikuan.platform.graphql;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Fields that show how the platform behaves; they exist in tests only. */
@GraphQLApi
@ApplicationScoped
public class ProbeApi {

    /** What the batch functions were asked, call by call. */
    static final Queue<Set<?>> BATCHES = new ConcurrentLinkedQueue<>();

    private final Loader loader;
    private final Selection selection;
    private final SecurityIdentity identity;

    ProbeApi(Loader loader, Selection selection, SecurityIdentity identity) {
        this.loader = loader;
        this.selection = selection;
        this.identity = identity;
    }

    record ChildrenOf(Probe parent, int count) {}

    @Query
    @RunOnVirtualThread
    public List<Probe> probes(int count) {
        return below("probe", 1, count);
    }

    @Query
    @RunOnVirtualThread
    public ProbePage probePage() {
        return new ProbePage(List.of(), selection.counted() ? 7 : 0);
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
