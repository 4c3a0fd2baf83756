/**
 * The database as the service finds it: an external PostgreSQL, or, when none is configured, a server of its own that needs no
 * installation; its two roles; and the second lock on tenants, row-level security. Features reach the database through {@code kernel.sql}
 * and Hibernate and know nothing of this.
 */
package io.huikuan.platform.database;
