package io.huikuan.notification.channel.robot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.notification.channel.Address.RobotKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How each platform's robots are talked to: the form of a text, where the signature goes, and by which code a platform says that it took the message or that it is asked
 * too often. All answer HTTP 200 and say in the body what became of the message.
 */
enum RobotProtocol {
    WECOM("errcode", 45009, 45033) {
        @Override
        ObjectNode body(ObjectMapper json, String heading, String text) {
            ObjectNode body = json.createObjectNode().put("msgtype", "markdown");
            body.putObject("markdown").put("content", "**" + heading + "**\n" + text);
            return body;
        }
    },

    DINGTALK("errcode", 130101, 410100) {
        @Override
        ObjectNode body(ObjectMapper json, String heading, String text) {
            ObjectNode body = json.createObjectNode().put("msgtype", "markdown");
            body.putObject("markdown").put("title", heading).put("text", "#### " + heading + "\n\n" + text);
            return body;
        }

        /** The secret signs the milliseconds and itself, and the signature goes into the address. */
        @Override
        URI signed(URI url, String secret, Instant now) {
            long millis = now.toEpochMilli();
            String sign = hmac(secret, millis + "\n" + secret);
            return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + "timestamp=" + millis + "&sign="
                    + URLEncoder.encode(sign, StandardCharsets.UTF_8));
        }
    },

    FEISHU("code", 9499, 11232) {
        @Override
        ObjectNode body(ObjectMapper json, String heading, String text) {
            ObjectNode body = json.createObjectNode().put("msg_type", "text");
            body.putObject("content").put("text", heading + "\n" + text);
            return body;
        }

        /** The seconds and the secret together sign nothing, and the signature goes into the body. */
        @Override
        void sign(ObjectNode body, String secret, Instant now) {
            String seconds = Long.toString(now.getEpochSecond());
            body.put("timestamp", seconds).put("sign", hmac(seconds + "\n" + secret, ""));
        }
    };

    private final String codeField;
    private final int tooOften;
    private final int tooMany;

    /** Both codes mean that the robot, or the group, was asked too often. */
    RobotProtocol(String codeField, int tooOften, int tooMany) {
        this.codeField = codeField;
        this.tooOften = tooOften;
        this.tooMany = tooMany;
    }

    static RobotProtocol of(RobotKind kind) {
        return valueOf(kind.name());
    }

    abstract ObjectNode body(ObjectMapper json, String heading, String text);

    /** The address with a signature, where the platform wants it there. */
    URI signed(URI url, String secret, Instant now) {
        return url;
    }

    /** Puts a signature into the body, where the platform wants it there. */
    void sign(ObjectNode body, String secret, Instant now) {}

    /** The code in an answer, 0 for taken; empty where it is no answer of the platform. */
    Optional<Integer> code(JsonNode answer) {
        JsonNode code = answer.path(codeField);
        return code.isInt() ? Optional.of(code.intValue()) : Optional.empty();
    }

    boolean isTooOften(int code) {
        return code == tooOften || code == tooMany;
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
