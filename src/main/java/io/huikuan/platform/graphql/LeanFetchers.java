package io.huikuan.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.huikuan.kernel.graph.FieldAtWork;
import io.huikuan.kernel.graph.Reading;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.virtual.threads.VirtualThreadsRecorder;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
    private static final class OfComponent implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {

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

        @Override
        public Object get(
                GraphQLFieldDefinition definition, Object source, Supplier<DataFetchingEnvironment> environment)
                throws Exception {
            Object value = valueOf(source);
            return plain || value == null ? value : form.transformOrAdaptResponse(value, environment.get());
        }

        @Override
        public Object get(DataFetchingEnvironment environment) throws Exception {
            return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
        }

        private Object valueOf(Object source) throws Exception {
            try {
                return component.invokeExact(source);
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
        return sameForm && !adapted && !field.hasWrapper();
    }

    /** A method of a bean, in the context of the request. */
    private abstract static class OfBean implements PlugableBatchableDataFetcher<Object, Object> {

        private final OperationInvoker bean;
        private final ArgumentHelper arguments;
        private final FieldHelper form;

        OfBean(Operation operation) {
            this.bean = new OperationInvoker(operation);
            this.arguments = new ArgumentHelper(operation.getArguments());
            this.form = new FieldHelper(operation);
        }

        @Override
        public final CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
            throw new UnsupportedOperationException("lists of sources are not resolved here");
        }

        /** What the method returns. */
        final Object invoke(DataFetchingEnvironment field) throws Exception {
            ManagedContext requests = Arc.container().requestContext();
            ContextState before = requests.getStateIfActive();
            GraphQLContext context = field.getGraphQlContext();
            requests.activate(context.<ContextState>get("state"));
            try {
                Object[] values = arguments.getArguments(field).toArray();
                return within(field, () -> FieldAtWork.during(field, () -> bean.invoke(values)));
            } finally {
                if (before == null) {
                    requests.deactivate();
                } else {
                    requests.activate(before);
                }
            }
        }

        /** Calls the method. */
        Object within(DataFetchingEnvironment field, Callable<Object> call) throws Exception {
            return call.call();
        }

        final Object formed(Object value, DataFetchingEnvironment field) throws AbstractDataFetcherException {
            return form.transformOrAdaptResponse(value, field);
        }

        /** The answer to arguments or a value that have not the form of their type. */
        static Object malformed(AbstractDataFetcherException fault, DataFetchingEnvironment field) {
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
        public Object get(DataFetchingEnvironment field) throws Exception {
            return ((CompletionStage<?>) invoke(field)).thenApply(value -> {
                try {
                    return formed(value, field);
                } catch (AbstractDataFetcherException e) {
                    return malformed(e, field);
                }
            });
        }
    }

    /** A root field, which blocks: done on a thread of its own. */
    private static final class Root extends OfBean {

        Root(Operation operation) {
            super(operation);
        }

        @Override
        public Object get(DataFetchingEnvironment field) {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            VirtualThreadsRecorder.getCurrent().execute(() -> answer(field, answer));
            return answer;
        }

        @Override
        Object within(DataFetchingEnvironment field, Callable<Object> call) throws Exception {
            return isWholeQuery(field)
                    ? Arc.container().instance(Reading.class).get().during(call)
                    : call.call();
        }

        /** Root fields of one query are done at the same time, each in a transaction of its own; what is below them is read in one. */
        private static boolean isWholeQuery(DataFetchingEnvironment field) {
            OperationDefinition operation = field.getOperationDefinition();
            var roots = operation.getSelectionSet().getSelections();
            return operation.getOperation() == OperationDefinition.Operation.QUERY
                    && roots.size() == 1
                    && roots.get(0) instanceof graphql.language.Field;
        }

        private void answer(DataFetchingEnvironment field, CompletableFuture<Object> answer) {
            Object value;
            try {
                value = formed(invoke(field), field);
            } catch (AbstractDataFetcherException e) {
                value = malformed(e, field);
            } catch (Throwable e) {
                answer.completeExceptionally(e);
                return;
            }
            answer.complete(value);
        }
    }
}
