/** Fingerprints. */
package io.huikuan.kernel.hash;
