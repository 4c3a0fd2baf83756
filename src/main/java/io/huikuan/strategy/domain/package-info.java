/** What strategies begin with, and what closes a task. */
package io.huikuan.strategy.domain;
