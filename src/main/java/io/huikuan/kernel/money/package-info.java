/** Exact amounts of money. */
package io.huikuan.kernel.money;
