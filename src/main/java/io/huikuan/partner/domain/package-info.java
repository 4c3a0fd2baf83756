/** How a partner's installments read as a calendar (RFC 5545). */
package io.huikuan.partner.domain;
