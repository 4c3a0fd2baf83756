/** When messages go out, and when not. */
package io.huikuan.notification.domain;
