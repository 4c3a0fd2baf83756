/** What texts give away. */
package io.huikuan.contact.domain;
