package io.huikuan.notification.channel.robot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.kernel.text.Language;
import io.huikuan.notification.Channel;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.Message;
import io.huikuan.notification.channel.NotificationChannel;
import io.huikuan.notification.channel.http.HttpReply;
import io.huikuan.notification.channel.http.HttpReply.Answered;
import io.huikuan.notification.channel.http.OutboundHttp;
import io.huikuan.notification.channel.http.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a group chat of WeCom, DingTalk or Feishu, by its robot. The platforms take about twenty messages a minute from a robot, so alerts that are due together go
 * into one message.
 */
@ApplicationScoped
class RobotChannel implements NotificationChannel {

    /** What fits into the shortest message that is allowed, WeCom's 4,096 bytes. */
    private static final int MOST_NOTICES = 15;

    private static final int LONGEST_LINE = 80;
    private static final Duration REST = Duration.ofMinutes(1);

    private final OutboundHttp http;
    private final ObjectMapper json;
    private final Clock clock;

    RobotChannel(OutboundHttp http, ObjectMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel kind() {
        return Channel.ROBOT;
    }

    @Override
    public int mostNotices() {
        return MOST_NOTICES;
    }

    @Override
    public Answer send(Message message) {
        Address.Robot robot = (Address.Robot) message.address();
        RobotProtocol protocol = RobotProtocol.of(robot.kind());
        Instant now = clock.instant();
        ObjectNode body = protocol.body(json, heading(message), lines(message));
        robot.secret().ifPresent(secret -> protocol.sign(body, secret, now));
        HttpReply reply = http.post(
                robot.secret()
                        .map(secret -> protocol.signed(robot.url(), secret, now))
                        .orElse(robot.url()),
                Map.of("content-type", "application/json; charset=utf-8"),
                body.toString().getBytes(StandardCharsets.UTF_8));
        return reply instanceof Answered answered && answered.status() == 200
                ? answer(protocol, answered)
                : Replies.answer(reply);
    }

    private static String heading(Message message) {
        int alerts = message.notices().size();
        return message.language() == Language.ZH_CN
                ? "回款提醒（" + alerts + " 条）"
                : alerts == 1 ? "1 collection alert" : alerts + " collection alerts";
    }

    private static String lines(Message message) {
        return message.notices().stream()
                .map(notice -> "- " + shortened(notice.title()))
                .collect(Collectors.joining("\n"));
    }

    /** What people have entered, such as a customer's name, must not become a link or a mention of everybody. */
    private static String shortened(String title) {
        String plain = title.replaceAll("[<>\\[\\]@*`#|\\\\]", " ");
        return plain.length() <= LONGEST_LINE ? plain : plain.substring(0, LONGEST_LINE - 1) + "…";
    }

    private Answer answer(RobotProtocol protocol, Answered answered) {
        Optional<Integer> code = code(protocol, answered.body());
        if (code.isEmpty()) {
            return new Answer.NotNow("It answered what was not understood.", Optional.empty(), true);
        }
        if (code.get() == 0) {
            return new Answer.Taken("code 0");
        }
        String said = "code " + code.get();
        return protocol.isTooOften(code.get())
                ? new Answer.NotNow(said, Optional.of(REST), true)
                : new Answer.NotNow(said, Optional.empty(), true);
    }

    private Optional<Integer> code(RobotProtocol protocol, String body) {
        try {
            return protocol.code(json.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
