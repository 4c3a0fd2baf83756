/** The language of templates, what placeholders stand for, and the texts that come with the service. */
package io.huikuan.letter.domain;
