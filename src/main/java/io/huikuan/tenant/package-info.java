/**
 * The supplier company: its settings, its calendar, its people.
 *
 * <p>What must be known before a tenant is (code, zone, currency) is readable by everybody; the settings are not, and only an ADMIN
 * changes them. Users appear from their tokens, or are pending while only an e-mail address in an import names them.
 */
package io.huikuan.tenant;
