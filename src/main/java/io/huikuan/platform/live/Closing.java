package io.huikuan.platform.live;

/** Why the service closes a socket: the codes of the protocol, and what clients are told. */
enum Closing {
    GOING_AWAY(1001, "Going away"),
    BAD_MESSAGE(4400, "Bad message"),
    UNAUTHORIZED(4401, "Unauthorized"),
    /** Clients may come again with a new token; 4401 they take as final. */
    TOKEN_EXPIRED(4403, "Token expired"),
    INIT_TIMEOUT(4408, "Connection initialisation timeout"),
    SUBSCRIBER_EXISTS(4409, "Subscriber already exists"),
    TOO_MANY_INITS(4429, "Too many initialisation requests"),
    FAULT(4500, "Internal server error");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    short code() {
        return (short) code;
    }

    String reason() {
        return reason;
    }
}
