package io.huikuan.platform.live;

import graphql.ExecutionResult;
import io.huikuan.platform.graphql.Answers;
import io.huikuan.platform.graphql.Asked;
import io.huikuan.platform.graphql.Operations;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** One operation of a socket, under way. Its state changes on the socket's event loop only. */
final class LiveOperation implements Operations.Receiver, Subscriber<ExecutionResult> {

    private final String id;
    private final Asked asked;
    private final Answers answers;
    private final LiveSender sender;
    private final Context loop;
    private final Runnable forget;
    private Runnable end = () -> {};
    private Subscription events;
    private boolean over;

    LiveOperation(String id, Asked asked, Answers answers, LiveSender sender, Context loop, Runnable forget) {
        this.id = id;
        this.asked = asked;
        this.answers = answers;
        this.sender = sender;
        this.loop = loop;
        this.forget = forget;
    }

    /** Begins. Every operation has a Vert.x context of its own, as HTTP requests have: the request context is bound to it. */
    void begin(Vertx vertx, Operations operations, SecurityIdentity identity) {
        Context own = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        if (asked.isSubscription()) {
            own.executeBlocking(
                    () -> {
                        operations.execute(asked, identity, this);
                        return null;
                    },
                    false);
        } else {
            own.runOnContext(unused -> operations.execute(asked, identity, this));
        }
    }

    @Override
    public void done(ExecutionResult result, Runnable free) {
        loop.runOnContext(unused -> {
            end = free;
            if (over) {
                free.run();
            } else if (asked.isSubscription() && result.getData() instanceof Publisher<?>) {
                Publisher<ExecutionResult> stream = result.getData();
                stream.subscribe(this);
            } else {
                answer(result);
            }
        });
    }

    private void answer(ExecutionResult result) {
        Map<String, Object> answer = answers.of(result, asked);
        boolean refused = !result.isDataPresent() || (asked.isSubscription() && result.getData() == null);
        if (refused) {
            sender.send(LiveMessages.error(id, answer.get("errors")));
        } else {
            sender.send(LiveMessages.next(id, answer));
            sender.send(LiveMessages.complete(id));
        }
        finish();
    }

    @Override
    public void broken(Throwable fault) {
        loop.runOnContext(unused -> {
            if (!over) {
                sender.send(LiveMessages.error(id, Answers.ofFault(fault, asked).get("errors")));
                finish();
            }
        });
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        loop.runOnContext(unused -> {
            events = subscription;
            if (over) {
                subscription.cancel();
            } else {
                subscription.request(1);
            }
        });
    }

    /** The role of a subscriber is checked when its stream begins; the extension makes an event of the refusal. */
    @Override
    public void onNext(ExecutionResult event) {
        Map<String, Object> answer = answers.of(event, asked);
        boolean refused = event.getErrors().stream().anyMatch(Answers::isRefusalOfRole);
        loop.runOnContext(unused -> {
            if (over) {
                return;
            }
            if (refused) {
                sender.send(LiveMessages.error(id, answer.get("errors")));
                forget.run();
                cancel();
            } else {
                sender.send(LiveMessages.next(id, answer));
                sender.whenReady(() -> events.request(1));
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        broken(failure);
    }

    @Override
    public void onComplete() {
        loop.runOnContext(unused -> {
            if (!over) {
                sender.send(LiveMessages.complete(id));
                finish();
            }
        });
    }

    private void finish() {
        over = true;
        forget.run();
        end.run();
    }

    /** Ends it because nobody wants it any more. */
    void cancel() {
        over = true;
        if (events != null) {
            events.cancel();
        }
        end.run();
    }
}
