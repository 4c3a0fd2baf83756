package io.huikuan.analytics;

import java.time.LocalDate;

/**
 * How balances are to be read.
 *
 * @param buckets whether they are to be laid into the tenant's buckets; else a balance has none
 * @param announced whether the announced payments are to be read too; else they are 0
 * @param disputed whether what is disputed is to be read too; else it is 0
 */
public record BalanceQuestion(LocalDate asOf, boolean buckets, boolean announced, boolean disputed) {}
