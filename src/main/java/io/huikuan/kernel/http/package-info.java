/** What the ways in over plain HTTP have in common: the one form of a refusal. */
package io.huikuan.kernel.http;
