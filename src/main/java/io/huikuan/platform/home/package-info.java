/** The instance's own directory, {@code huikuan.home}: what is in it is for its owner only, and one process at a time sets it up. */
package io.huikuan.platform.home;
