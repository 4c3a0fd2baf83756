/**
 * GraphQL over WebSocket: the protocol {@code graphql-transport-ws} at {@code /graphql}, for subscriptions and, as well, queries
 * and mutations. A socket does nothing before its token is verified, lives no longer than the token, and is cut off when it does
 * not take what it asked for. It stands in front of the extension's handler, which acknowledges sockets without a token and
 * leaves refused subscriptions without an answer.
 */
package io.huikuan.platform.live;
