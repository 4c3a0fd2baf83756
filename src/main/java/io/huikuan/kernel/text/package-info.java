/** What can be said of any text, and the languages in which people are written to. */
package io.huikuan.kernel.text;
