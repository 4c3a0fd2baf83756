package io.huikuan.notification.channel;

import io.huikuan.notification.Channel;

/** Sends messages one way. Sending may take seconds and is done outside of transactions, many at once. */
public interface NotificationChannel {

    /** Which way. */
    Channel kind();

    /** Whether it is configured, so that messages may be queued for it. */
    default boolean isSetUp() {
        return true;
    }

    /** How many notices one message may carry. */
    default int mostNotices() {
        return 1;
    }

    /** How many messages go to one address, or through one circuit, at a time. */
    default int lanes() {
        return 1;
    }

    /** Sends; comes back when the message is safely on its way, or is not. */
    Answer send(Message message);
}
