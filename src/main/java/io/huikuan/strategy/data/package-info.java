/** Strategies, what they did, and pauses in the database; closed to every other capability. */
package io.huikuan.strategy.data;
