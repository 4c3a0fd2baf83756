package io.huikuan.letter;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Letters that were printed and are on their way. */
@DefaultNonNull
@Input("MarkLettersPrintedInput")
@Description("Letters that were printed and are on their way.")
public record MarkLettersPrinted(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which ones, 1 to 100; all of them or none are marked.")
        List<@NonNull String> letterIds) {

    public MarkLettersPrinted {
        letterIds = List.copyOf(letterIds);
    }
}
