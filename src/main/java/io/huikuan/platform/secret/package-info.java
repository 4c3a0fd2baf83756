/** Seals secrets with the instance's key. */
package io.huikuan.platform.secret;
