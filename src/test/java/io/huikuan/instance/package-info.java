/** The packaged service as operators run it: processes of their own, started, killed and started again. */
package io.huikuan.instance;
