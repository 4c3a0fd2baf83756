package io.huikuan.platform.graphql;

import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * The method of an API that resolves a field. The bean is looked up once: APIs have no state of a request. The extension looks it up, and tells
 * everybody who might want to know, for each row.
 */
final class BeanMethod {

    private static final MethodType OF_ALL = MethodType.methodType(Object.class, Object.class, Object[].class);

    private final Class<?> api;
    private final MethodHandle method;
    private volatile Object bean;

    private BeanMethod(Class<?> api, MethodHandle method) {
        this.api = api;
        this.method = method;
    }

    static BeanMethod of(Operation operation) {
        Method method = new OperationInvoker(operation).getMethod();
        try {
            return new BeanMethod(
                    method.getDeclaringClass(),
                    MethodHandles.publicLookup()
                            .unreflect(method)
                            .asSpreader(Object[].class, method.getParameterCount())
                            .asType(OF_ALL));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("an operation that is not public: " + method, e);
        }
    }

    /** What the method returns for these arguments. */
    Object call(Object[] arguments) throws Exception {
        try {
            return (Object) method.invokeExact(bean(), arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not before the first call: fetchers are made before there are beans. */
    private Object bean() {
        Object known = bean;
        if (known == null) {
            known = Arc.container().instance(api).get();
            bean = known;
        }
        return known;
    }
}
