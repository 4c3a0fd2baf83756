/** Where a phone stands, in plain Java. */
package io.huikuan.phone.domain;
