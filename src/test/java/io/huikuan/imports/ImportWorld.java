package io.huikuan.imports;

import static io.restassured.RestAssured.given;

import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.bootstrap.NewTenant;
import io.huikuan.platform.bootstrap.TenantIntroduction;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Tenants of their own for tests of imports, and files sent on behalf of their people. */
@ApplicationScoped
class ImportWorld {

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final TenantIntroduction introduction;
    private final TokenIssuer tokens;
    private final ActingAs actingAs;
    private final Sql sql;

    ImportWorld(TenantIntroduction introduction, TokenIssuer tokens, ActingAs actingAs, Sql sql) {
        this.introduction = introduction;
        this.tokens = tokens;
        this.actingAs = actingAs;
        this.sql = sql;
    }

    /** A new tenant. */
    Company company() {
        return new Company(introduction.introduce(new NewTenant(
                "imports-" + TENANTS.incrementAndGet() + "-" + System.nanoTime(),
                "Demo",
                ZoneId.of("Asia/Shanghai"),
                "CNY")));
    }

    /** A file of these lines. */
    static String file(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    /** The bytes packed by gzip. */
    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A tenant and what it sends. */
    final class Company {

        final Actor actor;

        Company(Actor actor) {
            this.actor = actor;
        }

        RequestSpecification as(Role role) {
            return given().config(AS_IT_IS).auth().oauth2(tokens.issue(TokenRequest.of(actor.tenantCode(), role)));
        }

        Response send(String kind, String csv) {
            return send(kind, csv.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        Response send(String kind, byte[] bytes, Map<String, ?> query) {
            return as(Role.FINANCE)
                    .queryParams(query)
                    .contentType("text/csv")
                    .body(bytes)
                    .post("/imports/" + kind);
        }

        Response profile(String name, String json) {
            return as(Role.FINANCE).contentType("application/json").body(json).put("/imports/profiles/" + name);
        }

        <T> T call(Supplier<T> work) {
            return actingAs.call(actor, () -> QuarkusTransaction.requiringNew().call(work::get));
        }

        <T> List<T> list(String query, Function<Row, T> mapping) {
            return call(() -> sql.of(query).list(mapping));
        }

        int count(String table) {
            return list("select count(*) as n from " + table + " where tenant_id = :tenant", row -> row.integer("n"))
                    .get(0);
        }
    }
}
