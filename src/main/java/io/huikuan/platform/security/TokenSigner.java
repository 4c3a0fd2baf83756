package io.huikuan.platform.security;

import java.security.PrivateKey;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Writes tokens that the instance itself will accept. It needs neither a database nor a running service.
 *
 * @param key the instance's private key
 * @param issuer who the tokens say has issued them
 * @param audience whom they are for
 */
public record TokenSigner(PrivateKey key, String issuer, String audience) {

    /** The token, as it goes behind {@code Authorization: Bearer}. */
    public String sign(TokenRequest request, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(request.validFor()).getEpochSecond()));
        claims.setGeneratedJwtId();
        claims.setSubject(request.subject());
        claims.setStringClaim("name", request.name());
        claims.setStringClaim("tenant", request.tenant());
        claims.setStringListClaim(
                "groups", request.roles().stream().map(Enum::name).sorted().toList());
        request.email().ifPresent(email -> claims.setStringClaim("email", email));
        request.region().ifPresent(region -> claims.setStringClaim("region", region));
        request.customer().ifPresent(customer -> claims.setStringClaim("customer", customer));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the instance's key does not sign", e);
        }
    }
}
