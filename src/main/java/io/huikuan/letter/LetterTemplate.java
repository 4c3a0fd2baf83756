package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A version of the text by which letters of one kind and language are written. */
@DefaultNonNull
@Description("A version of the text by which letters of one kind and language are written.")
public record LetterTemplate(
        @Description("Of which kind of letter.") LetterKind kind,
        @Description("In which language.") Language language,

        @Description("The version to give back when changing it; 0: the text that comes with the service.")
        int version,

        @Description("The subject, with placeholders.") String subject,

        @Description("The text, with placeholders; empty lines part its paragraphs.")
        String body,

        @Nullable @Description("When it was saved; null for the text that comes with the service.")
        Instant savedAt,

        @Ignore UUID savedBy) {}
