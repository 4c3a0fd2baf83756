package io.huikuan.notification.channel;

import io.huikuan.notification.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in the place of the log: takes every message, unless it was told to answer those of a tenant otherwise. */
@ApplicationScoped
@Typed(FakeChannel.class)
public class FakeChannel implements NotificationChannel {

    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final Map<UUID, Answer> answers = new ConcurrentHashMap<>();

    /** The messages that were taken for people of the tenant. */
    public List<Message> sentBy(UUID tenant) {
        return taken.stream().filter(message -> message.tenant().equals(tenant)).toList();
    }

    /** Answers the messages of the tenant so from now on. */
    public void answer(UUID tenant, Answer answer) {
        answers.put(tenant, answer);
    }

    /** Says from now on that the line is busy; of this tenant's message alone, not of the server. */
    public void refuse(UUID tenant) {
        answer(tenant, new Answer.NotNow("The line is busy.", Optional.empty(), false));
    }

    @Override
    public Channel kind() {
        return Channel.LOG;
    }

    @Override
    public Answer send(Message message) {
        Answer answer = answers.get(message.tenant());
        if (answer != null) {
            return answer;
        }
        taken.add(message);
        return new Answer.Taken("taken");
    }
}
