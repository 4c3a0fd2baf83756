package io.huikuan.notification.channel.push;

import io.huikuan.notification.channel.Address.Browser;
import io.huikuan.notification.channel.Answer;
import io.huikuan.notification.channel.http.HttpReply;
import io.huikuan.notification.channel.http.HttpReply.Answered;
import io.huikuan.notification.channel.http.OutboundHttp;
import io.huikuan.notification.channel.http.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Pushes to browsers: RFC 8030, encrypted for the browser alone, signed for the push service (RFC 8292). */
@ApplicationScoped
class WebPush {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration TOKEN_VALID = Duration.ofHours(12);

    private final OutboundHttp http;
    private final SenderKey key;
    private final PushConfig.Web config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    WebPush(OutboundHttp http, SenderKey key, PushConfig config, Clock clock) {
        this.http = http;
        this.key = key;
        this.config = config.web();
        this.clock = clock;
    }

    private record Token(String text, Instant until) {}

    /**
     * Sends it.
     *
     * @param topic one that is waiting at the push service under the same topic is replaced
     */
    Answer send(Browser to, byte[] text, String topic, boolean urgent) {
        byte[] body;
        try {
            byte[] salt = new byte[WebPushEncryption.SALT_BYTES];
            random.nextBytes(salt);
            body = WebPushEncryption.encrypt(
                    text,
                    Base64.getUrlDecoder().decode(to.key()),
                    Base64.getUrlDecoder().decode(to.secret()),
                    Curve.newPair(),
                    salt);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Answer.Gone("The keys of the browser are none.");
        }
        return answer(http.post(
                to.endpoint(),
                Map.of(
                        "content-encoding",
                        "aes128gcm",
                        "content-type",
                        "application/octet-stream",
                        "ttl",
                        Long.toString(KEPT.toSeconds()),
                        "urgency",
                        urgent ? "high" : "normal",
                        "topic",
                        topic,
                        "authorization",
                        "vapid t=" + token(to.endpoint()) + ", k=" + key.publicKey()),
                body));
    }

    private static Answer answer(HttpReply reply) {
        if (!(reply instanceof Answered answered)) {
            return Replies.unanswered(reply);
        }
        String said = "HTTP " + answered.status();
        return switch (answered.status()) {
            case 404, 410 -> new Answer.Gone(said);
            case 400, 413 -> new Answer.Refused(said);
            // The key is not the one with which the browser subscribed, or our clock is wrong: another browser may fare
            // better.
            case 401, 403 -> new Answer.NotNow(said, Optional.empty(), false);
            default -> Replies.answer(answered);
        };
    }

    private String token(URI endpoint) {
        String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        Instant now = clock.instant();
        return tokens.compute(
                        origin,
                        (any, known) -> known != null && known.until().isAfter(now.plus(TOKEN_VALID.dividedBy(2)))
                                ? known
                                : signed(origin, now.plus(TOKEN_VALID)))
                .text();
    }

    private Token signed(String origin, Instant until) {
        JwtClaims claims = new JwtClaims();
        claims.setAudience(origin);
        claims.setExpirationTime(NumericDate.fromSeconds(until.getEpochSecond()));
        claims.setSubject(config.contact());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.privateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return new Token(signature.getCompactSerialization(), until);
        } catch (JoseException e) {
            throw new IllegalStateException("the sender's key does not sign", e);
        }
    }
}
