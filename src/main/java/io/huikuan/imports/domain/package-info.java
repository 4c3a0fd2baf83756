/** How files are read: columns, profiles, cells. Pure Java. */
package io.huikuan.imports.domain;
