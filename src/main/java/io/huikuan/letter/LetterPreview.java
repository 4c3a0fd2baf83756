package io.huikuan.letter;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** How a letter would read today. It has no number, is not kept and goes nowhere. */
@DefaultNonNull
@Description("How a letter would read today. It has no number, is not kept and goes nowhere.")
public record LetterPreview(
        @Description("Its subject.") String subject,
        @Description("Its page.") String html,
        @Description("The same as plain text.") String text) {}
