/** Numbers for documents that bring none of their own. */
package io.huikuan.kernel.numbering;
