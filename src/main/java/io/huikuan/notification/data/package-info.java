/** The outbox in the database; closed to every other capability. */
package io.huikuan.notification.data;
