package io.huikuan.kernel.error;

/** A request that cannot be answered at all, whatever the user mends in its input: it becomes a GraphQL error with this code. */
public class Problem extends RuntimeException {

    private final ErrorCode code;

    public Problem(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }
}
