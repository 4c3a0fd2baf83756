/** Alerts in the database; closed to every other capability. */
package io.huikuan.alert.data;
