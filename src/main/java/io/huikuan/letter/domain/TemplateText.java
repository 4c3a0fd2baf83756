package io.huikuan.letter.domain;

/**
 * The text of a template.
 *
 * @param version which version of the tenant's it is; 0: the one that comes with the service
 * @param subject one line
 * @param body paragraphs, parted by empty lines
 */
public record TemplateText(int version, String subject, String body) {}
