/**
 * Files that belong to a contact record: the photo of a receipt, a signed statement.
 *
 * <p>Whoever sees the record may add one: he asks for it, gets a signed link that is good for a few minutes, and sends the bytes there. They are there
 * wholly, checked and hashed, or not at all; what was asked for and never sent is swept away. An attachment is never edited. It is read by a
 * signed link as well, which is made anew whenever the attachment is shown, for whom it is shown: a link says to nobody else what it leads to, and it
 * expires.
 *
 * <p>Where the bytes are kept is behind {@link io.huikuan.attachment.AttachmentContents}: in PostgreSQL, unless another bean takes its place.
 * Uses contact records, and the news from customers that a contact person was erased.
 */
package io.huikuan.attachment;
