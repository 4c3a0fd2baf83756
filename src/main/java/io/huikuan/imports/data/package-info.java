/** Runs and profiles as they are stored, and the tables of the transaction in which a file is resolved. */
package io.huikuan.imports.data;
