/**
 * What the reps' app needs to work without a network: it keeps what its user may see, asks now and then what changed since, and sends what was
 * done meanwhile when it is back.
 *
 * <p><b>Changes.</b> Triggers note in the table {@code change} which things each transaction touched. A phone holds a
 * {@link io.huikuan.phone.domain.Horizon}: PostgreSQL's own account of which transactions were committed when it last asked. What it is told
 * next is what that horizon does not show, whatever the order in which transactions began and ended. A customer that changed hands is told
 * as a whole to those who see it now, and as gone to those who saw it before. What is told is a thing as it is now, never a step between.
 *
 * <p><b>Batches.</b> Queued operations are done in order, each by the use case that its mutation has, each in a transaction of its own.
 *
 * <p>Things are read through the kernel's finders, so that this capability knows the others' tables only by their ids and customers. It uses alerts,
 * contacts, customers and sell-through for what may be queued.
 */
package io.huikuan.phone;
