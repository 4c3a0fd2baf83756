package io.huikuan.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A profile under its name; the definition is in the form in which it was saved. */
public record SavedProfile(String name, JsonNode definition, Instant savedAt) {}
