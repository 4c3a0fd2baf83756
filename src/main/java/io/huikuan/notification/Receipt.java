package io.huikuan.notification;

import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.Message;
import java.time.Instant;

/**
 * What became of a message in this round.
 *
 * @param tried whether it was sent at all; a message that was held back has not used an attempt
 * @param again when one that was held back may go
 */
record Receipt(Message message, Answer answer, boolean tried, Instant again) {

    /** By which channel messages to this address go. */
    static Channel channelOf(Address address) {
        if (address instanceof Address.Mailbox) {
            return Channel.EMAIL;
        }
        if (address instanceof Address.Webhook) {
            return Channel.WEBHOOK;
        }
        if (address instanceof Address.Robot) {
            return Channel.ROBOT;
        }
        return address instanceof Address.LogOfService ? Channel.LOG : Channel.PUSH;
    }
}
