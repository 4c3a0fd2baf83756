package io.huikuan.notification.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.notification.Channel;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.Message;
import io.huikuan.notification.channel.Notice;
import io.huikuan.notification.channel.NotificationChannel;
import io.huikuan.notification.channel.http.OutboundHttp;
import io.huikuan.notification.channel.http.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/**
 * Tells a system of the tenant, by Standard Webhooks 1.0: the id stays the same in every attempt, the time is the attempt's, and while the secret is being changed both secrets
 * sign. The body names things by their global ids and says in one sentence what happened; whoever wants more asks the API.
 */
@ApplicationScoped
class WebhookChannel implements NotificationChannel {

    private static final int LANES = 16;

    private final OutboundHttp http;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookChannel(OutboundHttp http, ObjectMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel kind() {
        return Channel.WEBHOOK;
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public Answer send(Message message) {
        Address.Webhook to = (Address.Webhook) message.address();
        String id = NodeId.of(NodeKind.NOTIFICATION, message.id());
        long timestamp = clock.instant().getEpochSecond();
        byte[] body = body(message);
        String signature = new WebhookSecret(to.secret()).sign(id, timestamp, body)
                + to.previousSecret()
                        .map(secret -> " " + new WebhookSecret(secret).sign(id, timestamp, body))
                        .orElse("");
        return Replies.answer(http.post(
                to.url(),
                Map.of(
                        "content-type",
                        "application/json",
                        "user-agent",
                        "Huikuan",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signature),
                body));
    }

    private byte[] body(Message message) {
        Notice notice = message.notice();
        ObjectNode body = json.createObjectNode();
        body.put("type", "alert.raised");
        body.put("timestamp", notice.raisedAt().toString());
        ObjectNode data = body.putObject("data");
        data.put("alertId", NodeId.of(NodeKind.ALERT, notice.alert()));
        data.put("occurrence", notice.occurrence());
        data.put("type", notice.type().name());
        data.put("severity", notice.severity().name());
        data.put("title", notice.title());
        data.putObject("customer")
                .put("id", NodeId.of(NodeKind.CUSTOMER, notice.customer()))
                .put("name", notice.customerName());
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }
}
