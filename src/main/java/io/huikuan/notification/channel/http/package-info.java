/** Talking to servers whose addresses people have entered. */
package io.huikuan.notification.channel.http;
