package io.huikuan.platform.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.hash.Sha256;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents that are known by their hash, the SHA-256 of their text: those that come with the service, which its own apps send, and those of the
 * manifests that configuration names, as of an app that is built elsewhere or is older. A manifest is a file in the format of Apollo's tools. All are
 * read at the start; no request adds one.
 */
@ApplicationScoped
@Startup
class TrustedDocuments {

    private static final List<String> OWN = List.of("trusted-documents.json", "trusted-documents-apollo.json");
    private static final String FORMAT = "apollo-persisted-query-manifest";

    private final Map<String, String> byHash = new HashMap<>();
    private final Set<String> texts;
    private final boolean only;

    TrustedDocuments(GraphqlConfig config, ObjectMapper json) {
        OWN.forEach(resource -> add(json, resource, TrustedDocuments.class.getResourceAsStream("/" + resource)));
        config.trustedManifests().orElse(List.of()).forEach(file -> add(json, file));
        this.texts = Set.copyOf(byHash.values());
        this.only = config.trustedOnly();
    }

    private void add(ObjectMapper json, Path file) {
        try {
            add(json, file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw new ConfigurationException("The manifest of trusted documents " + file + " cannot be read.", e);
        }
    }

    private void add(ObjectMapper json, String name, InputStream stream) {
        try (stream) {
            JsonNode manifest = json.readTree(stream);
            if (!manifest.path("format").asText().equals(FORMAT)
                    || manifest.path("version").asInt() != 1) {
                throw new ConfigurationException(name + " is no manifest of the format " + FORMAT + ", version 1.");
            }
            manifest.path("operations").forEach(operation -> add(name, operation));
        } catch (IOException e) {
            throw new ConfigurationException("The manifest of trusted documents " + name + " cannot be read.", e);
        }
    }

    private void add(String manifest, JsonNode operation) {
        String text = operation.path("body").asText();
        String hash = Sha256.of(text);
        if (!operation.path("id").asText().equals(hash)) {
            throw new ConfigurationException("In " + manifest + " the id of "
                    + operation.path("name").asText() + " is not the SHA-256 of its body, " + hash + ".");
        }
        byHash.put(hash, text);
    }

    /**
     * The request with its document.
     *
     * @throws Problem when it names a document that is not known here and does not bring it (PERSISTED_QUERY_NOT_FOUND, with the message by which
     *     Apollo's clients know it), brings another one than it names (BAD_REQUEST), or one that is not trusted where only those are served
     *     (DOCUMENT_NOT_TRUSTED)
     */
    GraphqlRequest complete(SentRequest request) {
        request.document().ifPresent(text -> requireNamed(text, request.documentId()));
        String text = request.documentId()
                .map(byHash::get)
                .or(request::document)
                .orElseThrow(() -> new Problem(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"));
        if (only && !trusts(text)) {
            throw new Problem(ErrorCode.DOCUMENT_NOT_TRUSTED, "Only documents that are known here are served.");
        }
        return request.with(text);
    }

    private static void requireNamed(String text, Optional<String> id) {
        if (id.isPresent() && !id.get().equals(Sha256.of(text))) {
            throw new Problem(ErrorCode.BAD_REQUEST, "The provided sha does not match the query.");
        }
    }

    /** Whether the document is one of them. */
    boolean trusts(String text) {
        return texts.contains(text);
    }
}
