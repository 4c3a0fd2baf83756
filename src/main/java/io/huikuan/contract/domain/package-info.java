/** What is wrong with a payment clause, and what that may cost. */
package io.huikuan.contract.domain;
