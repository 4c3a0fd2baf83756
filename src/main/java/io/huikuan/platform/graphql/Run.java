package io.huikuan.platform.graphql;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.SerializationError;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.execution.ResultPath;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.CoercingSerializeException;
import io.huikuan.kernel.graph.Batches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** One request that is being done, see {@link LevelByLevel}. */
final class Run {

    private final ExecutionContext request;
    private final Batches batches;
    private final IdentityHashMap<ShapedField, FieldCall> calls = new IdentityHashMap<>();
    private List<Awaited> awaited = new ArrayList<>();
    private boolean incomplete;

    Run(ExecutionContext request) {
        this.request = request;
        this.batches = (Batches) request.getDataLoaderRegistry();
    }

    /** A value that comes with the next batches. */
    private record Awaited(ShownObject object, int field, CompletionStage<?> value, Place place) {}

    /** The answer. The root fields of a mutation are done one after the other, each with all that is asked for of it. */
    ExecutionResult of(Shape shape) {
        ShownObject data = new ShownObject(shape);
        boolean oneByOne = request.getOperationDefinition().getOperation() == Operation.MUTATION;
        for (int i = 0; i < shape.fields().size(); i++) {
            fill(data, i, request.getRoot(), null);
            if (oneByOne) {
                awaitAll();
            }
        }
        awaitAll();
        return new ExecutionResultImpl(incomplete ? data.pruned() : data, request.getErrors());
    }

    private void awaitAll() {
        while (!awaited.isEmpty()) {
            List<Awaited> now = awaited;
            awaited = new ArrayList<>();
            batches.dispatchAll();
            for (Awaited one : now) {
                one.object().put(one.field(), settled(one.object().field(one.field()), one.value(), one.place()));
            }
        }
    }

    private ShownObject filled(Shape shape, Object source, Place place) {
        ShownObject object = new ShownObject(shape);
        for (int i = 0; i < shape.fields().size(); i++) {
            fill(object, i, source, place);
        }
        return object;
    }

    private void fill(ShownObject object, int at, Object source, Place around) {
        ShapedField field = object.field(at);
        Place place = new Place(around, field.key().getValue());
        try {
            Object value = fetched(field, source, place);
            if (value instanceof CompletionStage<?> stage) {
                awaited.add(new Awaited(object, at, stage, place));
            } else {
                object.put(at, shown(field, field.form(), value, place));
            }
        } catch (Exception e) {
            object.put(at, failed(field, e, place));
        }
    }

    private Object fetched(ShapedField field, Object source, Place place) throws Exception {
        if (field.fetcher() instanceof LeanFetchers.OfComponent component) {
            return component.of(source);
        }
        return calls.computeIfAbsent(field, unused -> FieldCall.of(request, field, place))
                .of(source);
    }

    private Object settled(ShapedField field, CompletionStage<?> value, Place place) {
        try {
            return shown(field, field.form(), value.toCompletableFuture().join(), place);
        } catch (CompletionException e) {
            return failed(field, e.getCause() == null ? e : e.getCause(), place);
        }
    }

    private Object shown(ShapedField field, Form form, Object given, Place place) {
        Object value = bare(given, place);
        if (value == null) {
            return missing(form, place);
        }
        if (form instanceof Form.Leaf leaf) {
            return leaf(leaf, value, place);
        }
        if (form instanceof Form.Thing thing) {
            return filled(field.below(thing.typeOf(value, request.getGraphQLSchema()), request), value, place);
        }
        Form each = ((Form.Rows) form).each();
        List<Object> rows = new ArrayList<>();
        for (Object row : (Collection<?>) value) {
            rows.add(shown(field, each, row, new Place(place, rows.size())));
        }
        return rows;
    }

    /** The value without what the engine allows around it. */
    private Object bare(Object given, Place place) {
        if (given instanceof DataFetcherResult<?> result) {
            result.getErrors().forEach(error -> request.addError(error, place.path()));
            return bare(result.getData(), place);
        }
        return given instanceof Optional<?> optional ? optional.orElse(null) : given;
    }

    private Object leaf(Form.Leaf form, Object value, Place place) {
        try {
            return form.shown(value);
        } catch (CoercingSerializeException e) {
            request.addError(new SerializationError(place.path(), e), place.path());
            return missing(form, place);
        }
    }

    private Object failed(ShapedField field, Throwable cause, Place place) {
        ResultPath path = place.path();
        request.addError(
                new ExceptionWhileDataFetching(
                        path, cause, field.asked().getSingleField().getSourceLocation()),
                path);
        return missing(field.form(), place);
    }

    /** Null; where there must be a value this is an error, unless the place has one already. */
    private Object missing(Form form, Place place) {
        if (form.required()) {
            incomplete = true;
            ResultPath path = place.path();
            request.addError(
                    GraphqlErrorBuilder.newError()
                            .message("null where the schema has none, at " + path)
                            .errorType(ErrorType.NullValueInNonNullableField)
                            .path(path)
                            .build(),
                    path);
        }
        return null;
    }
}
