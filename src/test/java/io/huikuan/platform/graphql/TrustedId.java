package io.huikuan.platform.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Looks an operation up in the manifest of trusted documents, as an app's build does. */
public final class TrustedId {

    private TrustedId() {}

    /** The id of the operation's document. */
    public static String of(String operation) {
        try {
            for (JsonNode known : new ObjectMapper()
                    .readTree(Path.of("graphql-schema/trusted-documents.json").toFile())
                    .path("operations")) {
                if (known.path("name").asText().equals(operation)) {
                    return known.path("id").asText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no trusted document " + operation);
    }
}
