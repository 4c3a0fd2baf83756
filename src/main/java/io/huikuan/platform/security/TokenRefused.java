package io.huikuan.platform.security;

/** A token that is verified but names nobody who may come in. The message is shown to its bearer. It travels as the cause of an
 * {@code AuthenticationFailedException}. */
public class TokenRefused extends RuntimeException {

    /** A refusal in words for the bearer. */
    public TokenRefused(String message) {
        super(message);
    }
}
