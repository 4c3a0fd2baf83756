/** Evidence and classes as they are stored and asked for. */
package io.huikuan.debtorclass.data;
