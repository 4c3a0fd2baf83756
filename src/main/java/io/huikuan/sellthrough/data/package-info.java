/** Facts and derived cycles in SQL; closed to every other capability. */
package io.huikuan.sellthrough.data;
