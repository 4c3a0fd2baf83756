package io.huikuan.platform.security;

import io.huikuan.kernel.error.ErrorCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** The one form that a refusal at the door has, and its words. Details of the verification stay inside. */
public final class Refusals {

    private Refusals() {}

    /**
     * An answer that refuses.
     *
     * @param status 401 or 403
     * @param code the stable code
     * @param message for the caller
     */
    public record Refusal(int status, ErrorCode code, String message) {

        /** As a GraphQL error; other endpoints answer the same. */
        public String json() {
            return new JsonObject()
                    .put(
                            "errors",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("message", message)
                                            .put("extensions", new JsonObject().put("code", code.name()))))
                    .encode();
        }
    }

    /** The refusal behind a failure; empty when the failure is something else. */
    public static Optional<Refusal> of(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return Optional.of(new Refusal(401, ErrorCode.UNAUTHENTICATED, reason(failure)));
        }
        if (failure instanceof UnauthorizedException) {
            return Optional.of(new Refusal(401, ErrorCode.UNAUTHENTICATED, "A bearer token is needed."));
        }
        if (failure instanceof ForbiddenException) {
            return Optional.of(new Refusal(403, ErrorCode.FORBIDDEN, "The role may not do this."));
        }
        return Optional.empty();
    }

    /** Why a token was refused, in words for its bearer. */
    public static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TokenRefused) {
                return cause.getMessage();
            }
            if (cause instanceof InvalidJwtException invalid) {
                return reason(invalid);
            }
            if (cause instanceof UnresolvableKeyException) {
                return cause.getCause() instanceof IOException
                        ? "The keys of the identity provider cannot be read at the moment."
                        : "The token is signed by a key that is not known here.";
            }
        }
        return "The token is not valid.";
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "The token has expired.";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "The token is not good yet.";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token is not from the issuer expected here.";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is not for this service.";
        }
        return "The token is not valid.";
    }
}
