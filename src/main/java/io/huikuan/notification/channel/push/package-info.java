/** Pushes to browsers (Web Push: RFC 8030, 8291, 8292) and apps (Firebase Cloud Messaging, HTTP v1). */
package io.huikuan.notification.channel.push;
