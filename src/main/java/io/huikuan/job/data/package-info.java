/** Runs and slots in the database; closed to every other capability. */
package io.huikuan.job.data;
