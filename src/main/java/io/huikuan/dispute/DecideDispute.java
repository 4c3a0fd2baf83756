package io.huikuan.dispute;

/**
 * The wish to reject or withdraw a dispute.
 *
 * @param version the version that the person saw; null where none is asked for
 * @param answer what the customer reads; null where none is asked for
 */
public record DecideDispute(String clientKey, String id, Integer version, String answer) {}
