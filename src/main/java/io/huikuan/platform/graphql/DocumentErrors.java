package io.huikuan.platform.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.huikuan.kernel.error.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a document or its values, without repeating the values as the engine does. */
final class DocumentErrors {

    private static final Set<ValidationErrorType> OF_VALUES = Set.of(
            ValidationErrorType.WrongType,
            ValidationErrorType.BadValueForDefaultArg,
            ValidationErrorType.NullValueForNonNullArgument);

    private static final Pattern PREFIX = Pattern.compile("^Validation error \\([^)]*\\) : ");
    private static final Pattern ARGUMENT = Pattern.compile("argument '([\\w.\\[\\]]+)'");
    private static final Pattern MISSING = Pattern.compile("missing required fields '\\[(\\w+)[^']*'$");
    private static final Pattern UNKNOWN = Pattern.compile("contains a field not in '\\w+': '(\\w+)'$");
    private static final Pattern TYPE = Pattern.compile("(?s).*is not a valid '(\\w+)'");

    private DocumentErrors() {}

    /** What the error is, unless it is a fault of the service. */
    static Optional<Finding> finding(GraphQLError error, VariablePaths variables, Asked asked) {
        if (error instanceof ValidationError invalid) {
            return Optional.of(OF_VALUES.contains(invalid.getValidationErrorType()) ? ofValue(error) : plain(error));
        }
        if (error.getErrorType() == ErrorType.ValidationError) {
            return Optional.of(ofVariable(variables, asked));
        }
        return error.getErrorType() == ErrorType.InvalidSyntax
                        || error.getErrorType() == ErrorType.OperationNotSupported
                ? Optional.of(plain(error))
                : Optional.empty();
    }

    private static Finding plain(GraphQLError error) {
        return new Finding(
                ErrorCode.BAD_REQUEST, PREFIX.matcher(error.getMessage()).replaceFirst(""));
    }

    private static Finding ofValue(GraphQLError error) {
        String message = error.getMessage();
        String path = first(ARGUMENT, message).orElse("").replace("[", ".").replace("]", "");
        Optional<String> missing = first(MISSING, message);
        if (missing.isPresent()) {
            String field = path + "." + missing.get();
            return Finding.badInput(field, field + " is missing.");
        }
        Optional<String> unknown = first(UNKNOWN, message);
        if (unknown.isPresent()) {
            String field = path + "." + unknown.get();
            return Finding.badInput(field, field + " does not exist.");
        }
        return notA(path, first(TYPE, message).orElse("value of its type"));
    }

    private static Finding ofVariable(VariablePaths variables, Asked asked) {
        return variables
                .misfit(asked.operation(), asked.request().variables())
                .map(misfit -> notA(misfit.path(), misfit.type()))
                .orElseGet(() -> Finding.of(ErrorCode.BAD_INPUT));
    }

    private static Finding notA(String path, String type) {
        return Finding.badInput(path, (path.isEmpty() ? "A value" : path) + " is not a valid " + type + ".");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
