package io.huikuan.platform.live;

import io.huikuan.audit.Origin;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What a socket hangs on.
 *
 * @param connection what it was before it was a socket
 * @param from where it was opened from
 */
record Wire(ServerWebSocket socket, ConnectionBase connection, Origin from) {}
