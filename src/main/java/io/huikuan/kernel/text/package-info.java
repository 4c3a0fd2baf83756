/** The languages in which people are written to. */
package io.huikuan.kernel.text;
