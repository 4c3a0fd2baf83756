package io.huikuan.phone;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the operations of a batch, and of batches before, have made. A client that has made a thing offline knows no id of it, and writes {@code made:} and
 * the client key of the operation that makes it.
 */
public final class MadeThings {

    private static final String MADE = "made:";

    /** What can be made and then named. */
    private static final String MUTATION = "saveContactPerson";

    private final ClientKeys keys;
    private final Set<String> refused = new HashSet<>();

    MadeThings(ClientKeys keys) {
        this.keys = keys;
    }

    /** The operation with this key was refused: what needs it is not done either. */
    void refuse(String clientKey) {
        refused.add(clientKey);
    }

    /** The id of a contact person, as the service knows it; empty for null. */
    Outcome<Optional<String>> person(String path, String idOrNull) {
        if (idOrNull == null || !idOrNull.startsWith(MADE)) {
            return Outcome.done(Optional.ofNullable(idOrNull));
        }
        String key = idOrNull.substring(MADE.length());
        if (refused.contains(key)) {
            return Outcome.refused(
                    ErrorCode.DEPENDENCY_REFUSED, path, "The operation that was to make this person was refused.");
        }
        Optional<String> person = keys.made(MUTATION, key).map(id -> NodeId.of(NodeKind.CONTACT_PERSON, id));
        return person.isPresent()
                ? Outcome.done(person)
                : Outcome.refused(ErrorCode.NOT_FOUND, path, "No earlier operation with this key made a person.");
    }
}
