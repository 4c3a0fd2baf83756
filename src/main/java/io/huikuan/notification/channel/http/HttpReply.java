package io.huikuan.notification.channel.http;

import java.time.Duration;
import java.util.Optional;

/** What came of a request to another server. */
public sealed interface HttpReply {

    /**
     * It answered.
     *
     * @param retryAfter how long it asks to be left alone
     * @param body the beginning of its answer
     */
    record Answered(int status, Optional<Duration> retryAfter, String body) implements HttpReply {}

    /** It did not answer, or not in time; the reason names neither host nor address. */
    record Silent(String reason) implements HttpReply {}

    /** The request was not made: the address is not one to which people may send us. */
    record Forbidden(String reason) implements HttpReply {}
}
