/** Sell-through in GraphQL. */
package io.huikuan.sellthrough.api;
