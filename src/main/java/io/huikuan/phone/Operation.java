package io.huikuan.phone;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.Node;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that was done on a phone and waits to be done here.
 *
 * @param clientKey by which it is known, and done once
 * @param field the name of its part of the input, which is that of its mutation
 * @param changes the id of the known thing that it changes, as the client wrote it; empty where it makes a new one
 * @param work does it, given what earlier operations made; answers the thing that it made or changed, where there is one
 */
public record Operation(
        String clientKey, String field, Optional<String> changes, Function<MadeThings, Outcome<Optional<Node>>> work) {}
