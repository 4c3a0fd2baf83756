package io.huikuan.platform.database;

/**
 * Where the database is and who may enter.
 *
 * @param url the JDBC URL
 * @param owner owns the schema and changes it by migrations
 * @param app what the service works as: owns nothing and cannot get past row-level security
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A role of the database and its password. */
    public record Login(String username, String password) {

        /** Without the password, so that none gets into a log. */
        @Override
        public String toString() {
            return username;
        }
    }
}
