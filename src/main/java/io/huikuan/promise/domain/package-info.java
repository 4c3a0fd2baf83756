/** How long a promise may be kept. */
package io.huikuan.promise.domain;
