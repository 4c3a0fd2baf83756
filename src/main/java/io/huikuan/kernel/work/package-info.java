/** What runs of jobs and of imports have in common. */
package io.huikuan.kernel.work;
