/** How a statement is written: its languages, its words, its amounts, its cells. */
package io.huikuan.statement.domain;
