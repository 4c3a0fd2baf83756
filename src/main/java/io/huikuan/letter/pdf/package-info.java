/** From a page to a PDF, with the fonts that come with the service. */
package io.huikuan.letter.pdf;
