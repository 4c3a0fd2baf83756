package io.huikuan.platform.graphql;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads the body of one request, up to a limit, however it is sent. */
final class BodyReader {

    private final long limit;
    private final Buffer body = Buffer.buffer();
    private boolean exceeded;

    BodyReader(long limit) {
        this.limit = limit;
    }

    /** Hands on the body, or tells as soon as it is known to be too large; nothing more of it is kept then. */
    void read(HttpServerRequest request, Consumer<Buffer> whole, Runnable tooLarge) {
        if (declared(request) > limit) {
            tooLarge.run();
            return;
        }
        request.handler(part -> take(part, tooLarge));
        request.endHandler(unused -> {
            if (!exceeded) {
                whole.accept(body);
            }
        });
        request.resume();
    }

    private void take(Buffer part, Runnable tooLarge) {
        if (exceeded) {
            return;
        }
        if (body.length() + part.length() > limit) {
            exceeded = true;
            tooLarge.run();
        } else {
            body.appendBuffer(part);
        }
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
