/** Disputes as they are stored and asked for. */
package io.huikuan.dispute.data;
