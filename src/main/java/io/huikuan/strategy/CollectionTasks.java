package io.huikuan.strategy;

import io.huikuan.contact.ContactAdvice;
import io.huikuan.contact.ContactAdvisor;
import io.huikuan.contact.ContactChannel;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.strategy.data.TaskReads;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers and hands on what strategies have people do, and answers what went out by itself. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class CollectionTasks implements NodeFinder {

    private final TaskReads reads;
    private final ActionStore store;
    private final ContactAdvisor advisor;
    private final CustomerLocks customers;
    private final Users users;
    private final ClientKeys clientKeys;

    CollectionTasks(
            TaskReads reads,
            ActionStore store,
            ContactAdvisor advisor,
            CustomerLocks customers,
            Users users,
            ClientKeys clientKeys) {
        this.reads = reads;
        this.store = store;
        this.advisor = advisor;
        this.customers = customers;
        this.users = users;
        this.clientKeys = clientKeys;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.COLLECTION_TASK;
    }

    @Override
    public Optional<CollectionTask> find(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id));
    }

    /** A page of all that match, what is to be done first in front. */
    public Page<CollectionTask> page(CollectionTaskFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** A page of each customer's, the newest first; of these statuses, or of all where there is none. */
    public Map<UUID, Page<CollectionTask>> pages(
            Collection<UUID> customers, Collection<TaskStatus> statuses, Paging paging) {
        return reads.pages(customers, statuses, paging);
    }

    /** Whom to speak to at each of the customers, which the actor is known to see; none where nobody is known. */
    public Map<UUID, UUID> persons(Collection<UUID> customers) {
        return reads.persons(customers).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, chosen -> chosen.getValue().id()));
    }

    /** Whether it is the hour for a task of the kind at each of the customers, with whom is to be spoken to there, and when it is best. */
    public Map<UUID, ContactAdvice> advice(StrategyChannel kind, Collection<UUID> customers) {
        Map<UUID, UUID> persons = persons(customers);
        Map<UUID, Optional<UUID>> asked = customers.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), customer -> Optional.ofNullable(persons.get(customer))));
        return advisor.about(asked, kind == StrategyChannel.PHONE_TASK ? ContactChannel.PHONE : ContactChannel.VISIT);
    }

    /** Gives an open task to somebody who may see the customer. */
    public Outcome<CollectionTask> assign(AssignCollectionTask wish) {
        return clientKeys.once(
                new Wish("assignCollectionTask", wish.clientKey(), wish),
                () -> assigned(wish),
                CollectionTask::uuid,
                this::find);
    }

    private Outcome<CollectionTask> assigned(AssignCollectionTask wish) {
        Optional<CollectionTask> seen =
                NodeId.uuid(NodeKind.COLLECTION_TASK, wish.id()).flatMap(this::find);
        if (seen.isEmpty() || customers.lock(seen.get().customer()).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such task.");
        }
        CollectionTask task = find(seen.get().uuid()).orElseThrow();
        if (task.version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "The task changed since: read it again.");
        }
        Optional<UUID> assignee = NodeId.uuid(NodeKind.USER, wish.assigneeId()).filter(users::isStaff);
        if (assignee.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "assigneeId", "There is no such user.");
        }
        if (!store.seesCustomer(assignee.get(), task.customer())) {
            return Outcome.refused(
                    ErrorCode.ASSIGNEE_OUT_OF_SCOPE, "assigneeId", "This user may not see the customer.");
        }
        if (task.status() != TaskStatus.OPEN) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "The task is " + task.status() + ".");
        }
        store.assign(task.uuid(), assignee.get());
        return Outcome.done(find(task.uuid()).orElseThrow());
    }
}
