/** Concessions as they are stored and asked for. */
package io.huikuan.concession.data;
