package io.huikuan.notification.channel.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.alert.Severity;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.notification.Channel;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.Message;
import io.huikuan.notification.channel.Notice;
import io.huikuan.notification.channel.NotificationChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Pushes to devices. A browser gets a JSON text that only it can read; an app gets words to show and the same fields as data. A later word on the same alert takes the place
 * of an earlier one, where it still waits or is still shown.
 */
@ApplicationScoped
public class PushChannel implements NotificationChannel {

    private static final int LANES = 16;
    private static final int LONGEST_TITLE = 500;

    private final WebPush web;
    private final Fcm fcm;
    private final SenderKey key;
    private final ObjectMapper json;

    PushChannel(WebPush web, Fcm fcm, SenderKey key, ObjectMapper json) {
        this.web = web;
        this.fcm = fcm;
        this.key = key;
        this.json = json;
    }

    @Override
    public Channel kind() {
        return Channel.PUSH;
    }

    @Override
    public int lanes() {
        return LANES;
    }

    /** With which key browsers subscribe. */
    public String webPushKey() {
        return key.publicKey();
    }

    /** Whether apps can be reached. */
    public boolean reachesApps() {
        return fcm.isSetUp();
    }

    /** Whether a browser can hold these keys, {@code p256dh} and {@code auth}. */
    public static boolean areKeys(String key, String secret) {
        try {
            Curve.publicKey(Base64.getUrlDecoder().decode(key));
            return Base64.getUrlDecoder().decode(secret).length == WebPushEncryption.SALT_BYTES;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Answer send(Message message) {
        Notice notice = message.notice();
        ObjectNode data = data(notice);
        if (message.address() instanceof Address.Browser browser) {
            return web.send(
                    browser,
                    data.toString().getBytes(StandardCharsets.UTF_8),
                    topic(notice.alert()),
                    notice.severity() != Severity.INFO);
        }
        Address.App app = (Address.App) message.address();
        return fcm.isSetUp() ? fcm.send(forApp(app, notice, data)) : Answer.trouble("Apps are not set up.");
    }

    private ObjectNode data(Notice notice) {
        return json.createObjectNode()
                .put("id", NodeId.of(NodeKind.NOTIFICATION, notice.id()))
                .put("alertId", NodeId.of(NodeKind.ALERT, notice.alert()))
                .put("occurrence", Integer.toString(notice.occurrence()))
                .put("type", notice.type().name())
                .put("severity", notice.severity().name())
                .put("title", shortened(notice.title()));
    }

    private ObjectNode forApp(Address.App app, Notice notice, ObjectNode data) {
        String alert = NodeId.of(NodeKind.ALERT, notice.alert());
        ObjectNode message = json.createObjectNode().put("token", app.token());
        message.putObject("notification").put("body", shortened(notice.title()));
        message.set("data", data);
        message.putObject("android")
                .put("priority", "HIGH")
                .put("ttl", "86400s")
                .put("collapse_key", alert)
                .putObject("notification")
                .put("tag", alert);
        message.putObject("apns")
                .putObject("headers")
                .put("apns-priority", "10")
                .put("apns-collapse-id", alert);
        return message;
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** At most 32 characters of Base64 for URLs (RFC 8030). */
    private static String topic(UUID alert) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16)
                        .putLong(alert.getMostSignificantBits())
                        .putLong(alert.getLeastSignificantBits())
                        .array());
    }
}
