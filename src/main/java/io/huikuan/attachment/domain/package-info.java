/** What a file is, and what a link promises. */
package io.huikuan.attachment.domain;
