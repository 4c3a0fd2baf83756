/** Escalations as they are stored and asked for. */
package io.huikuan.escalation.data;
