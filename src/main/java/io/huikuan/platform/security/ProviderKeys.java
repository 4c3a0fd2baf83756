package io.huikuan.platform.security;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * The keys of an identity provider, read from its JWKS when the first token comes. A key that is not among them has them read anew, so that a new one is good at once; but
 * whoever sends whatever, the provider is asked once in a while at most.
 */
final class ProviderKeys implements SimpleGet {

    private static final Logger LOG = Logger.getLogger(ProviderKeys.class);

    private final SimpleGet provider;
    private final TokenConfig.Keys config;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    private ProviderKeys(SimpleGet provider, TokenConfig.Keys config, Clock clock) {
        this.provider = provider;
        this.config = config;
        this.clock = clock;
    }

    /** What finds the key that signed a token. Does not ask the provider yet. */
    static VerificationKeyResolver at(String location, TokenConfig.Keys config, Clock clock) {
        HttpsJwks keys = new HttpsJwks(location);
        keys.setDefaultCacheDuration(Math.max(1, config.refresh().toSeconds()));
        keys.setRefreshReprieveThreshold(config.pause().toMillis());
        keys.setRetainCacheOnErrorDuration(Math.max(1, config.pause().toSeconds()));
        keys.setSimpleHttpGet(new ProviderKeys(get(config), config, clock));
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    private static SimpleGet get(TokenConfig.Keys config) {
        Get get = new Get();
        get.setConnectTimeout(Math.toIntExact(config.timeout().toMillis()));
        get.setReadTimeout(Math.toIntExact(config.timeout().toMillis()));
        get.setRetries(0);
        config.certificates().map(ProviderKeys::certificates).ifPresent(get::setTrustedCertificates);
        return get;
    }

    static Collection<X509Certificate> certificates(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException("The certificates cannot be read from " + file + ": " + e);
        }
    }

    /** The keys without what the provider says of caching: how long they are believed is ours to say. Never called twice at a time. */
    @Override
    public SimpleResponse get(String location) throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw new IOException("They could not be read a moment ago.");
        }
        try {
            SimpleResponse answer = provider.get(location);
            if (new JsonWebKeySet(answer.getBody()).getJsonWebKeys().isEmpty()) {
                throw new IOException("There is no key in the answer.");
            }
            return new Uncached(answer);
        } catch (IOException | JoseException e) {
            notBefore = clock.instant().plus(config.pause());
            LOG.warnf("The keys of the identity provider cannot be read from %s: %s", location, e);
            throw e instanceof IOException failure ? failure : new IOException("The answer is no set of keys.", e);
        }
    }
}
