/** E-mail. */
package io.huikuan.notification.channel.mail;
