/** The rules of the ladder. */
package io.huikuan.escalation.domain;
