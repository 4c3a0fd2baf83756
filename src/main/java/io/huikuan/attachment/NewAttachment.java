package io.huikuan.attachment;

/** A file as somebody wishes to attach it, not checked yet; what is null is absent. */
public record NewAttachment(String clientKey, String contactRecordId, String name, int size, String contentType) {}
