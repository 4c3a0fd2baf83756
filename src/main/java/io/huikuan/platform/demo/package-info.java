/** A tenant to look at: realistic data dated relative to today, tokens for each role, and the page that shows them. In development only. */
package io.huikuan.platform.demo;
