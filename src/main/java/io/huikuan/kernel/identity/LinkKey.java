package io.huikuan.kernel.identity;

/** The secret with which the service signs links that it hands out. Every node that shares a database has the same. */
public interface LinkKey {

    /** The secret, at least 32 bytes. */
    byte[] bytes();
}
