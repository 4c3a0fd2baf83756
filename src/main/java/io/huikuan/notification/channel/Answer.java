package io.huikuan.notification.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt. The texts are stored: they name nobody and hold no secret. */
public sealed interface Answer {

    /** What the other side said, in a few words. */
    String said();

    /** It is safely on its way. */
    record Taken(String said) implements Answer {}

    /**
     * Not now; it is tried again.
     *
     * @param after how long the other side asks to be left alone
     * @param ofTheCircuit whether others there would fare alike, as with a server that does not answer
     */
    record NotNow(String said, Optional<Duration> after, boolean ofTheCircuit) implements Answer {}

    /** Not ever: the other side will not take this message. */
    record Refused(String said) implements Answer {}

    /** The address is no more. */
    record Gone(String said) implements Answer {}

    /** Not now, for the server has trouble. */
    static Answer trouble(String said) {
        return new NotNow(said, Optional.empty(), true);
    }
}
