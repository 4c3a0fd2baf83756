/**
 * What configured values must be like. A converter refuses the start and names the property, as annotations of Jakarta Validation would; those would have a
 * validator built before anything else, which took a quarter of the start.
 */
package io.huikuan.platform.config;
