package io.huikuan.dispute;

/**
 * The wish to say something about a dispute.
 *
 * @param internal whether the customer is not to read it
 */
public record CommentOnDispute(String clientKey, String id, String text, boolean internal) {}
