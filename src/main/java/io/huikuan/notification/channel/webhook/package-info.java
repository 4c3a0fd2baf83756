/** Standard Webhooks 1.0. */
package io.huikuan.notification.channel.webhook;
