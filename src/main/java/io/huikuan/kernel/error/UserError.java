package io.huikuan.kernel.error;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A refusal that the user can mend. */
@DefaultNonNull
@Description("Why a mutation was refused, in a form that the user can mend.")
public record UserError(
        @Description("A stable code, for example NOT_FOUND or AMOUNT_NOT_POSITIVE.")
        String code,

        @Description("The path of the input field at fault, from the input's root; empty when no single field is.")
        List<@NonNull String> field,

        @Description("What is wrong, in words for a person.")
        String message) {

    /** The error with this code; {@code path} is the field at fault with dots, for example {@code amount.currency}, or empty. */
    public static UserError of(ErrorCode code, String path, String message) {
        return new UserError(code.name(), path.isEmpty() ? List.of() : List.of(path.split("\\.")), message);
    }

    /** What the code means. */
    @Ignore
    public ErrorCode meaning() {
        return ErrorCode.valueOf(code);
    }
}
