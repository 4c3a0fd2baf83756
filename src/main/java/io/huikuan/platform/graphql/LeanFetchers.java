package io.huikuan.platform.graphql;

import graphql.execution.DataFetcherResult;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.huikuan.kernel.graph.FieldAtWork;
import io.huikuan.kernel.graph.Reading;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Execute;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.dataloader.BatchLoaderEnvironment;

/**
 * Fetches fields with nothing around it but the request's context. The extension's own fetchers describe every field of every row anew (its path,
 * its selection, as JSON) and carry contexts through each completion: more than half of the time of a page. Found by the service loader.
 *
 * <p>A subscription's stream, and whatever is not a plain component, nested stage or blocking root field, is left to the extension.
 */
public final class LeanFetchers implements DataFetcherService {

    /** Asked before the extension's. */
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    public PlugableDataFetcher<?> getFieldDataFetcher(Field field, Type type, Reference owner) {
        return field.getMethodName() == null ? null : new OfComponent(field, owner);
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getCompletionStageDataFetcher(Operation operation, Type type) {
        return new Nested(operation);
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getOtherFieldDataFetcher(Operation operation, Type type) {
        return operation.getExecute() == Execute.RUN_ON_VIRTUAL_THREAD ? new Root(operation) : null;
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getOtherWrappedDataFetcher(Operation operation, Type type) {
        return getOtherFieldDataFetcher(operation, type);
    }

    /** A component of a record, or another method of a row without arguments. */
    static final class OfComponent implements PlugableDataFetcher<Object> {

        private static final MethodType OF_ANY = MethodType.methodType(Object.class, Object.class);

        private final MethodHandle component;
        private final FieldHelper form;
        private final boolean plain;

        OfComponent(Field field, Reference owner) {
            this.component = handle(field, owner);
            this.form = new FieldHelper(field);
            this.plain = isPlain(field);
        }

        private static MethodHandle handle(Field field, Reference owner) {
            try {
                Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
                return MethodHandles.publicLookup()
                        .unreflect(type.getMethod(field.getMethodName()))
                        .asType(OF_ANY);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a field that is no public method: " + field.getName(), e);
            }
        }

        /** What the row has. */
        Object of(Object row) throws Exception {
            Object value = valueOf(row);
            // No field here is a map by key, for which alone the extension would look at the request.
            return plain || value == null ? value : form.transformOrAdaptResponse(value, null);
        }

        @Override
        public Object get(DataFetchingEnvironment environment) throws Exception {
            return of(environment.getSource());
        }

        private Object valueOf(Object row) throws Exception {
            try {
                return component.invokeExact(row);
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Whether the engine takes the value as it is. */
    private static boolean isPlain(Field field) {
        Reference reference = field.getReference();
        boolean sameForm = reference.getType() != ReferenceType.SCALAR
                || reference.getClassName().equals(reference.getGraphQLClassName());
        boolean adapted = field.isAdaptingWith()
                || field.isAdaptingTo()
                || reference.isAdaptingWith()
                || reference.isAdaptingTo();
        return sameForm
                && !adapted
                && (!field.hasWrapper() || field.getWrapper().isCollection());
    }

    /** A method of a bean, called in the context of the request. */
    abstract static class OfBean implements PlugableBatchableDataFetcher<Object, Object> {

        private final BeanMethod bean;
        private final ArgumentHelper arguments;
        private final FieldHelper form;
        private final boolean plain;
        private final int sourceAt;

        OfBean(Operation operation) {
            this.bean = BeanMethod.of(operation);
            this.arguments = new ArgumentHelper(operation.getArguments());
            this.form = new FieldHelper(operation);
            this.plain = isPlain(operation);
            this.sourceAt = IntStream.range(0, operation.getArguments().size())
                    .filter(i -> operation.getArguments().get(i).isSourceArgument())
                    .findFirst()
                    .orElse(-1);
        }

        @Override
        public final CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
            throw new UnsupportedOperationException("lists of sources are not resolved here");
        }

        @Override
        public final Object get(DataFetchingEnvironment field) throws Exception {
            return call(field).of(field.getSource());
        }

        /** The call of the method, with the arguments of the field, for whichever row. */
        final FieldCall call(DataFetchingEnvironment field) {
            Object[] given;
            try {
                given = arguments.getArguments(field).toArray();
            } catch (AbstractDataFetcherException e) {
                return source -> malformed(e, field);
            }
            return source -> {
                Object[] values = given.clone();
                if (sourceAt >= 0) {
                    values[sourceAt] = source;
                }
                return shown(called(field, () -> FieldAtWork.during(field, () -> bean.call(values))), field);
            };
        }

        /** What the method returns. */
        Object called(DataFetchingEnvironment field, Callable<Object> method) throws Exception {
            return method.call();
        }

        /** What the engine takes for it. */
        Object shown(Object returned, DataFetchingEnvironment field) {
            return formed(returned, field);
        }

        final Object formed(Object value, DataFetchingEnvironment field) {
            if (plain || value == null) {
                return value;
            }
            try {
                return form.transformOrAdaptResponse(value, field);
            } catch (AbstractDataFetcherException e) {
                return malformed(e, field);
            }
        }

        /** The answer to arguments or a value that have not the form of their type. */
        private static Object malformed(AbstractDataFetcherException fault, DataFetchingEnvironment field) {
            DataFetcherResult.Builder<Object> result = DataFetcherResult.newResult();
            fault.appendDataFetcherResult(result, field);
            return result.build();
        }
    }

    /** A nested field: hands in its key where it is and is answered later, see {@link io.huikuan.kernel.graph.Loader}. */
    private static final class Nested extends OfBean {

        Nested(Operation operation) {
            super(operation);
        }

        @Override
        Object shown(Object returned, DataFetchingEnvironment field) {
            return ((CompletionStage<?>) returned).thenApply(value -> formed(value, field));
        }
    }

    /** A root field, which blocks. */
    private static final class Root extends OfBean {

        Root(Operation operation) {
            super(operation);
        }

        @Override
        Object called(DataFetchingEnvironment field, Callable<Object> method) throws Exception {
            return field.getOperationDefinition().getOperation() == OperationDefinition.Operation.QUERY
                    ? Arc.container().instance(Reading.class).get().during(method)
                    : method.call();
        }
    }
}
