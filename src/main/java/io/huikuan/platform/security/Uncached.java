package io.huikuan.platform.security;

import java.util.Collection;
import java.util.List;
import org.jose4j.http.SimpleResponse;

/** An answer without its headers. */
record Uncached(SimpleResponse answer) implements SimpleResponse {

    @Override
    public int getStatusCode() {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusMessage() {
        return answer.getStatusMessage();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of();
    }

    @Override
    public List<String> getHeaderValues(String name) {
        return List.of();
    }

    @Override
    public String getBody() {
        return answer.getBody();
    }
}
