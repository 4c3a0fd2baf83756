/** What every capability stands on: money, time, paging, errors, identity, repeats and SQL. No feature's word occurs here. */
package io.huikuan.kernel;
