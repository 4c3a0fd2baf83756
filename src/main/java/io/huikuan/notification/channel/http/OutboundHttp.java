package io.huikuan.notification.channel.http;

import io.huikuan.notification.channel.http.HttpReply.Answered;
import io.huikuan.notification.channel.http.HttpReply.Forbidden;
import io.huikuan.notification.channel.http.HttpReply.Silent;
import io.huikuan.notification.domain.PublicAddress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to addresses that people have entered. The host's name is looked up once, every address that it has must be public, and the connection goes to the very address that was
 * looked at, so that a name which changes its mind leads nowhere else. Redirects are not followed. Time and the size of answers are bounded.
 */
@ApplicationScoped
public class OutboundHttp {

    private static final int TO_ONE_HOST = 32;

    private final HttpClient client;
    private final HttpConfig config;
    private final Clock clock;

    OutboundHttp(Vertx vertx, HttpConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(TO_ONE_HOST)
                .setVerifyHost(true)
                .setKeepAlive(true)
                .setKeepAliveTimeout(30));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Why nothing may be sent there, whatever its name leads to; empty where it may. */
    public Optional<String> objection(URI address) {
        boolean web = "https".equals(address.getScheme())
                || (config.privateAddresses() && "http".equals(address.getScheme()));
        if (!web || address.getHost() == null) {
            return Optional.of("It must be an https address.");
        }
        return address.getUserInfo() == null ? Optional.empty() : Optional.of("It must hold no password.");
    }

    /** Posts the body and waits for the answer. */
    public HttpReply post(URI to, Map<String, String> headers, byte[] body) {
        Optional<String> objection = objection(to);
        if (objection.isPresent()) {
            return new Forbidden(objection.get());
        }
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(bare(to.getHost()));
        } catch (UnknownHostException e) {
            return new Silent("The host's name is not known.");
        }
        if (!config.privateAddresses() && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            return new Forbidden("The host is not on the public internet.");
        }
        return awaited(send(to, addresses[0], headers, body));
    }

    private Future<Answered> send(URI to, InetAddress address, Map<String, String> headers, byte[] body) {
        boolean encrypted = to.getScheme().equals("https");
        int port = to.getPort() >= 0 ? to.getPort() : encrypted ? 443 : 80;
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(bare(to.getHost()))
                .setPort(port)
                .setSsl(encrypted)
                .setURI(to.getRawQuery() == null ? path : path + "?" + to.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis());
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).compose(this::answered));
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private Future<Answered> answered(HttpClientResponse response) {
        Promise<Answered> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(part -> {
            read.appendBuffer(part);
            if (read.length() > config.mostBytes() && whole.tryComplete(answer(response, read))) {
                response.request().reset();
            }
        });
        response.endHandler(end -> whole.tryComplete(answer(response, read)));
        response.exceptionHandler(whole::tryFail);
        return whole.future();
    }

    private Answered answer(HttpClientResponse response, Buffer read) {
        return new Answered(
                response.statusCode(),
                retryAfter(response.getHeader("Retry-After")),
                read.getString(0, Math.min(read.length(), config.mostBytes()), StandardCharsets.UTF_8.name()));
    }

    private Optional<Duration> retryAfter(String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    header.strip().matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(header.strip()))
                            : Duration.between(
                                    clock.instant(),
                                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private HttpReply awaited(Future<Answered> answer) {
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.timeout().plus(config.connectTimeout()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return new Silent("There was no answer: " + e.getCause().getClass().getSimpleName() + ".");
        } catch (TimeoutException e) {
            return new Silent("There was no answer in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent("The service was stopped.");
        }
    }
}
