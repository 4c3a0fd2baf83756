package io.huikuan.statement.api;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.statement.StatementCsv;
import io.huikuan.statement.StatementOfAccount;
import io.huikuan.statement.StatementPage;
import io.huikuan.statement.Statements;
import io.huikuan.statement.WholeStatement;
import io.huikuan.statement.domain.StatementLanguage;
import io.huikuan.tenant.Tenants;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code GET /statements/mine.csv}, {@code /statements/mine.html} for a partner, and with a customer's global id in place of {@code mine} for those who see
 * the customer: the statement from {@code from} to {@code to}, in the language {@code lang} or, without it, the one that Accept-Language ranks first. 404 when
 * there is no such customer or it is not to be seen, 400 for dates or languages that are none, 413 for too many lines.
 */
@Path("/statements")
public class StatementResource {

    private final Statements statements;
    private final Tenants tenants;

    StatementResource(Statements statements, Tenants tenants) {
        this.statements = statements;
        this.tenants = tenants;
    }

    @GET
    @Path("/mine.{form:csv|html}")
    @Blocking
    @Transactional
    @RolesAllowed(Roles.PARTNER)
    public Response mine(
            @PathParam("form") String form,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("lang") String language,
            @Context HttpHeaders headers) {
        return answer(form, statements.mine(day(from), day(to)), language(language, headers));
    }

    @GET
    @Path("/{customer:[a-z0-9_]+}.{form:csv|html}")
    @Blocking
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Response ofCustomer(
            @PathParam("customer") String customer,
            @PathParam("form") String form,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("lang") String language,
            @Context HttpHeaders headers) {
        return answer(form, statements.of(customer, day(from), day(to)), language(language, headers));
    }

    private Response answer(String form, Optional<StatementOfAccount> found, StatementLanguage language) {
        WholeStatement whole = statements.whole(
                found.orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such customer.")));
        return form.equals("csv") ? csv(whole, language) : html(whole, language);
    }

    private static Response csv(WholeStatement whole, StatementLanguage language) {
        StatementOfAccount statement = whole.statement();
        return kept(
                        Response.ok(
                                StatementCsv.of(whole, language.words()), "text/csv; charset=UTF-8; header=present"),
                        language)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"statement-" + statement.from() + "-" + statement.to() + ".csv\"")
                .build();
    }

    private Response html(WholeStatement whole, StatementLanguage language) {
        return kept(
                        Response.ok(
                                StatementPage.render(whole, tenants.current(), language), "text/html; charset=UTF-8"),
                        language)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    private static Response.ResponseBuilder kept(Response.ResponseBuilder answer, StatementLanguage language) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(ErrorCode.BAD_INPUT, "A day is written as 2026-01-31.");
        }
    }

    private static StatementLanguage language(String tag, HttpHeaders headers) {
        return tag == null || tag.isEmpty()
                ? StatementLanguage.firstOf(headers.getAcceptableLanguages())
                : StatementLanguage.of(tag)
                        .orElseThrow(() -> new Problem(ErrorCode.INVALID_VALUE, "lang is zh-CN or en."));
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "a statement");
    }
}
