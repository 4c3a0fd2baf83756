package io.huikuan.tenant;

import java.util.List;

/** The calendar of a year as somebody wishes it, not checked yet: it replaces what the year had. */
public record HolidaysChange(String clientKey, int year, List<Holiday> holidays) {}
