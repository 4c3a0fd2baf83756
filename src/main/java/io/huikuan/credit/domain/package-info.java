/** The rules of a credit check. */
package io.huikuan.credit.domain;
