/** Rules of aging, in pure Java. */
package io.huikuan.analytics.domain;
