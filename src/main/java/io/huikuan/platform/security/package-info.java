/**
 * Who is asking. A bearer token, signed by the identity provider or by the instance's own key, becomes the actor on whose behalf everything
 * else works; what is refused here has one form everywhere.
 */
package io.huikuan.platform.security;
