/** Promises as they are stored and asked for. */
package io.huikuan.promise.data;
