package io.huikuan.platform.graphql;

import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Parses documents; trusted ones, and others that are asked often, only once. */
@ApplicationScoped
class Documents {

    private final LastUsed<Document> known;
    private final ParserOptions options;

    Documents(GraphqlConfig config, TrustedDocuments trusted) {
        this.known = new LastUsed<>(trusted);
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(changed -> changed.maxTokens(config.maxTokens()));
    }

    /**
     * The parsed document.
     *
     * @throws Problem when it does not parse (BAD_REQUEST), is too long (TOO_LARGE) or nests too deep (TOO_DEEP)
     */
    Document parse(String text) {
        return known.get(text, this::parsed);
    }

    private Document parsed(String text) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(options)
                    .locale(Locale.ENGLISH)
                    .build());
        } catch (ParseCancelledTooDeepException e) {
            throw new Problem(ErrorCode.TOO_DEEP, "The document is nested too deep.");
        } catch (ParseCancelledTooManyCharsException e) {
            throw new Problem(ErrorCode.TOO_LARGE, "The document is too long.");
        } catch (ParseCancelledException e) {
            throw new Problem(
                    ErrorCode.TOO_LARGE, "The document has more than " + options.getMaxTokens() + " words and signs.");
        } catch (InvalidSyntaxException e) {
            throw new Problem(ErrorCode.BAD_REQUEST, "The document is not GraphQL" + at(e.getLocation()) + ".");
        }
    }

    private static String at(SourceLocation place) {
        return place == null ? "" : ": line " + place.getLine() + ", column " + place.getColumn();
    }
}
