package io.huikuan.alert;

import java.util.UUID;

/**
 * Alerts were raised or reopened. Fired in the transaction that did it; a transaction that raises several times fires several times with
 * the same batch, and observers take what they have not taken yet.
 *
 * @param batch under which their events are stored
 */
public record AlertsRaised(UUID batch) {}
