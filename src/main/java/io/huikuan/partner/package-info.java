/**
 * The partner's own view: a distributor's user sees that distributor's account, its open items, its payments and its stock, and reports what
 * it sold.
 *
 * <p>Its types are its own and lead to none that staff see, so that no grade, note, owner or contact record can be reached through them. It uses
 * customers, ledger, plans, promises, disputes, concessions, payments and their announcements, letters, analytics and sell-through, whose reads are confined to what
 * the actor sees.
 */
package io.huikuan.partner;
