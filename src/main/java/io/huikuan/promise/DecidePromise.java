package io.huikuan.promise;

/**
 * The wish to confirm or cancel a promise.
 *
 * @param version the version that the person saw; null where none is asked for
 * @param reason null where none is asked for
 */
public record DecidePromise(String clientKey, String id, Integer version, String reason) {}
