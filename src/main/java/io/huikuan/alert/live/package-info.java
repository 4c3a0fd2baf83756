/**
 * Alerts on their way to whoever is looking. PostgreSQL tells every node of each batch that was committed; the node reads the batch once and
 * gives each subscriber what he may see of it.
 */
package io.huikuan.alert.live;
