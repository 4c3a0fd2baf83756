/** How the service comes up: its main program, and the tenants that configuration introduces. */
package io.huikuan.platform.bootstrap;
