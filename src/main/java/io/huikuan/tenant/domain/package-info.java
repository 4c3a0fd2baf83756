/** Business days. */
package io.huikuan.tenant.domain;
