package io.huikuan.imports;

import io.huikuan.imports.data.RunStore;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The history of imports, for those who may import. */
@ApplicationScoped
public class ImportRuns implements NodeFinder {

    private final RunStore runs;
    private final CurrentActor actor;

    ImportRuns(RunStore runs, CurrentActor actor) {
        this.runs = runs;
        this.actor = actor;
    }

    /** Runs, the latest first. */
    @Transactional
    public Page<ImportRun> page(Paging paging) {
        return runs.page(paging);
    }

    /** The first errors of each of these runs, in the order of rows. */
    @Transactional
    public Map<UUID, List<ImportError>> errors(Set<UUID> ids) {
        Map<UUID, List<ImportError>> found = runs.errors(ids);
        return ids.stream().collect(Collectors.toMap(id -> id, id -> found.getOrDefault(id, List.of())));
    }

    /** Ends the current tenant's runs whose process is gone; answers how many. */
    @Transactional
    public int endDead() {
        return runs.endDead();
    }

    @Override
    public NodeKind kind() {
        return NodeKind.IMPORT_RUN;
    }

    @Override
    @Transactional
    public Optional<ImportRun> find(UUID uuid) {
        Actor asking = actor.get();
        return asking.is(Role.FINANCE) || asking.is(Role.ADMIN) ? runs.find(uuid) : Optional.empty();
    }
}
