/** What changed, and which things there are, in the database; closed to every other capability. */
package io.huikuan.phone.data;
