package io.huikuan.announcement;

/** The wish to reject or withdraw an announcement; the reason is null where none is asked for. */
public record DecideAnnouncement(String clientKey, String id, String reason) {}
