package io.huikuan.platform.graphql;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.SerializationError;
import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLSchema;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.platform.security.Door;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Turns what the engine answers into what clients see. Every error has a stable code and says nothing of how the service is
 * built; what a user typed is not repeated. A fault is logged once, with its stack trace and the id that the answer carries; a
 * refusal is one line in the log.
 */
@ApplicationScoped
public class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final VariablePaths variablePaths;
    private final Door door;

    Answers(GraphQLSchema schema, Door door) {
        this.door = door;
        this.variablePaths = new VariablePaths(schema);
    }

    /** The answer to a request that was done, wholly or in part. */
    public Map<String, Object> of(ExecutionResult result, Asked asked) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Map<String, Object>> errors = errors(result.getErrors(), asked);
        if (!errors.isEmpty()) {
            answer.put("errors", errors);
        }
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        return answer;
    }

    /** The answer to a request that was refused as a whole. */
    public static Map<String, Object> of(Problem problem, String who) {
        LOG.infof("Refused a request of %s: %s", who, problem.code());
        return Map.of("errors", List.of(new Finding(problem.code(), problem.getMessage()).shown(Map.of())));
    }

    /** The answer to a request in which the service itself failed; logs the fault. A refused role is no fault. */
    public static Map<String, Object> ofFault(Throwable fault, Asked asked) {
        if (telling(fault) instanceof ForbiddenException) {
            logRefusals(EnumSet.of(ErrorCode.FORBIDDEN), asked);
            return Map.of("errors", List.of(Finding.of(ErrorCode.FORBIDDEN).shown(Map.of())));
        }
        return Map.of("errors", List.of(fault(fault, asked).shown(Map.of())));
    }

    /** Whether the error says that the role may not do this. */
    public static boolean isRefusalOfRole(GraphQLError error) {
        return cause(error).filter(ForbiddenException.class::isInstance).isPresent();
    }

    /** The errors alone, one for each cause however many fields it befell. */
    List<Map<String, Object>> errors(List<GraphQLError> errors, Asked asked) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<ErrorCode> refusals = new java.util.TreeSet<>();
        List<Map<String, Object>> shown = new ArrayList<>();
        for (GraphQLError error : errors) {
            Optional<Throwable> cause = cause(error);
            if (cause.isEmpty() || seen.add(cause.get())) {
                Finding finding = cause.map(known -> ofCause(known, asked)).orElseGet(() -> ofDocument(error, asked));
                shown.add(finding.shown(place(error)));
                refusals.add(finding.code());
            }
        }
        logRefusals(refusals, asked);
        if (refusals.contains(ErrorCode.FORBIDDEN)) {
            door.refused(
                    asked.caller().identity(),
                    asked.what() + ": " + forbidden(errors),
                    asked.caller().from());
        }
        return shown;
    }

    private static String forbidden(List<GraphQLError> errors) {
        return errors.stream()
                .filter(Answers::isRefusalOfRole)
                .map(error -> String.valueOf(error.getPath()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void logRefusals(Set<ErrorCode> codes, Asked asked) {
        codes.remove(ErrorCode.INTERNAL);
        if (!codes.isEmpty()) {
            LOG.infof(
                    "Refused %s for %s: %s",
                    asked.what(), asked.who(), codes.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    private static Map<String, Object> place(GraphQLError error) {
        Map<String, Object> place = new LinkedHashMap<>();
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            place.put(
                    "locations",
                    error.getLocations().stream()
                            .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
                            .toList());
        }
        if (error.getPath() != null && !error.getPath().isEmpty()) {
            place.put("path", error.getPath());
        }
        return place;
    }

    private static Optional<Throwable> cause(GraphQLError error) {
        if (error instanceof ExceptionWhileDataFetching fetching) {
            return Optional.of(telling(fetching.getException()));
        }
        if (error instanceof SerializationError serialization) {
            return Optional.of(serialization.getException());
        }
        return error instanceof AbortExecutionException aborted && aborted.getCause() != null
                ? Optional.of(telling(aborted.getCause()))
                : Optional.empty();
    }

    /** The refusal among the causes, or else the innermost wrapped exception. */
    private static Throwable telling(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Problem || t instanceof SecurityException) {
                return t;
            }
            innermost = t;
        }
        return innermost;
    }

    private static Finding ofCause(Throwable cause, Asked asked) {
        if (cause instanceof Problem problem) {
            return new Finding(problem.code(), problem.getMessage());
        }
        if (cause instanceof ForbiddenException) {
            return Finding.of(ErrorCode.FORBIDDEN);
        }
        if (cause instanceof UnauthorizedException || cause instanceof AuthenticationFailedException) {
            return Finding.of(ErrorCode.UNAUTHENTICATED);
        }
        return fault(cause, asked);
    }

    private Finding ofDocument(GraphQLError error, Asked asked) {
        return DocumentErrors.finding(error, variablePaths, asked)
                .orElseGet(() -> fault(new IllegalStateException(error.getMessage()), asked));
    }

    private static Finding fault(Throwable cause, Asked asked) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        LOG.errorf(cause, "Fault %s in %s for %s", id, asked.what(), asked.who());
        return new Finding(
                ErrorCode.INTERNAL, "Something went wrong here. When you report it, give the id " + id + ".", "id", id);
    }
}
