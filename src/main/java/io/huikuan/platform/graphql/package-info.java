/**
 * The GraphQL endpoint: what it accepts, how large and how deep, what an error looks like, and the settings of the engine. It
 * knows no capability.
 */
package io.huikuan.platform.graphql;
