package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** The text by which letters of one kind and language are written from now on. */
@DefaultNonNull
@Input("SaveLetterTemplateInput")
@Description("The text by which letters of one kind and language are written from now on.")
public record SaveLetterTemplate(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("Of which kind of letter.") LetterKind kind,
        @Description("In which language.") Language language,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("The subject, with placeholders: one line of at most 200 characters.")
        String subject,

        @Description("The text, with placeholders: at most 20000 characters; empty lines part its paragraphs.")
        String body) {}
