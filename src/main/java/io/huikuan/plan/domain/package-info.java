/** How a total becomes installments. */
package io.huikuan.plan.domain;
