/** What can be said of any text. */
package io.huikuan.kernel.text;
