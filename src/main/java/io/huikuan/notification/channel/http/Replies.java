package io.huikuan.notification.channel.http;

import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.http.HttpReply.Answered;
import io.huikuan.notification.channel.http.HttpReply.Forbidden;
import io.huikuan.notification.channel.http.HttpReply.Silent;
import java.util.Optional;

/** What replies mean for a message, where the protocol says nothing else. */
public final class Replies {

    private Replies() {}

    /** 2xx: taken. 410: the address is no more. 408, 425, 429 and 5xx: not now. Everything else, redirects included, is tried again too: somebody may mend it. */
    public static Answer answer(HttpReply reply) {
        if (reply instanceof Answered answered) {
            return answer(answered);
        }
        return unanswered(reply);
    }

    /** For a reply that is no answer: a server that is silent has trouble, and nothing goes where nothing may go. */
    public static Answer unanswered(HttpReply reply) {
        if (reply instanceof Forbidden forbidden) {
            return new Answer.Refused(forbidden.reason());
        }
        return reply instanceof Silent silent
                ? Answer.trouble(silent.reason())
                : new Answer.Refused("It answered what was not understood.");
    }

    private static Answer answer(Answered answered) {
        String said = "HTTP " + answered.status();
        if (answered.status() / 100 == 2) {
            return new Answer.Taken(said);
        }
        if (answered.status() == 410) {
            return new Answer.Gone(said);
        }
        boolean busy = answered.status() == 429 || answered.status() / 100 == 5;
        return new Answer.NotNow(said, busy ? answered.retryAfter() : Optional.empty(), true);
    }
}
