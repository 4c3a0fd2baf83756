/** Which class of debtor the evidence proposes. */
package io.huikuan.debtorclass.domain;
