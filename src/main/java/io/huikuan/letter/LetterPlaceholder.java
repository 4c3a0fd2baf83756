package io.huikuan.letter;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** What the text of a letter can name. */
@DefaultNonNull
@Description("What the text of a letter can name.")
public record LetterPlaceholder(
        @Description("As the text writes it between braces: {{total}}.")
        String key,

        @Description("What it stands for.") String meaning) {}
