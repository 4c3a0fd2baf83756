/** Keeping secrets. */
package io.huikuan.kernel.secret;
