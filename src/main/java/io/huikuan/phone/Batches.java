package io.huikuan.phone;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does what was queued on a phone, in order, each operation in a transaction of its own: what one is refused for does not undo another. A
 * fault of the service ends the batch there; sent again as a whole, it does the rest, since what was done under a key is done once.
 */
@ApplicationScoped
public class Batches {

    /** The most operations that a batch may have. */
    public static final int MOST = 100;

    private static final Set<ErrorCode> CONFLICTS = Set.of(ErrorCode.STALE, ErrorCode.INVALID_STATUS);

    private final ClientKeys clientKeys;
    private final Map<NodeKind, NodeFinder> finders;

    Batches(ClientKeys clientKeys, @All List<NodeFinder> finders) {
        this.clientKeys = clientKeys;
        this.finders = finders.stream().collect(Collectors.toUnmodifiableMap(NodeFinder::kind, Function.identity()));
    }

    /** What became of each operation, in their order; refused as a whole, with nothing done, when there are more than 100. */
    public Outcome<List<OperationResult>> submit(List<Operation> operations) {
        if (operations.size() > MOST) {
            return Outcome.refused(ErrorCode.INVALID_VALUE, "operations", "A batch has at most " + MOST + ".");
        }
        MadeThings made = new MadeThings(clientKeys);
        Set<String> keys = new HashSet<>();
        List<OperationResult> results = new ArrayList<>();
        for (Operation operation : operations) {
            results.add(keys.add(operation.clientKey()) ? result(operation, made) : twice());
        }
        return Outcome.done(results);
    }

    private static OperationResult twice() {
        return refused(
                List.of(UserError.of(
                        ErrorCode.CLIENT_KEY_REUSED,
                        "clientKey",
                        "An earlier operation of this batch has the same client key.")),
                null);
    }

    private OperationResult result(Operation operation, MadeThings made) {
        Outcome<Optional<Node>> outcome = outcome(operation, made);
        if (outcome instanceof Outcome.Done<Optional<Node>> done) {
            return new OperationResult(OperationStatus.DONE, done.value().orElse(null), null, List.of());
        }
        made.refuse(operation.clientKey());
        List<UserError> errors = outcome.errors().stream()
                .map(error -> within(operation.field(), error))
                .toList();
        return refused(errors, current(operation, errors, made));
    }

    /** A value that cannot be taken at all is one operation's fault, not the batch's: the others must not wait for it. */
    private static Outcome<Optional<Node>> outcome(Operation operation, MadeThings made) {
        try {
            return operation.work().apply(made);
        } catch (Problem problem) {
            return Outcome.refused(problem.code(), "", problem.getMessage());
        }
    }

    private static OperationResult refused(List<UserError> errors, Node currentOrNull) {
        return new OperationResult(OperationStatus.REFUSED, null, currentOrNull, errors);
    }

    /** The error with its path from the operation's root; the client key stands there itself. */
    private static UserError within(String field, UserError error) {
        boolean atRoot = error.field().isEmpty() || error.field().get(0).equals("clientKey");
        return atRoot
                ? error
                : new UserError(
                        error.code(),
                        Stream.concat(Stream.of(field), error.field().stream()).toList(),
                        error.message());
    }

    private Node current(Operation operation, List<UserError> errors, MadeThings made) {
        if (errors.stream().map(UserError::meaning).noneMatch(CONFLICTS::contains)) {
            return null;
        }
        return operation
                .changes()
                .flatMap(id -> made.person("", id).valueOrNull())
                .flatMap(NodeId::parse)
                .flatMap(this::find)
                .orElse(null);
    }

    private Optional<Node> find(NodeId id) {
        return finders.get(id.kind()).find(id.uuid()).map(Function.identity());
    }
}
