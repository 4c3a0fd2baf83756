package io.huikuan.kernel.identity;

/** The names of the roles, for {@code @RolesAllowed}. */
public final class Roles {
    public static final String ADMIN = "ADMIN";
    public static final String FINANCE = "FINANCE";
    public static final String MANAGER = "MANAGER";
    public static final String REP = "REP";
    public static final String PARTNER = "PARTNER";

    private Roles() {}
}
