/** Stock cycles out of deliveries and reports, without a database (rule 18). */
package io.huikuan.sellthrough.domain;
