/** How amounts become schedules and schedules become paid, without a database. */
package io.huikuan.ledger.domain;
