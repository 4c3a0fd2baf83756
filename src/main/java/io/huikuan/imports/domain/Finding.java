package io.huikuan.imports.domain;

import io.huikuan.kernel.error.ErrorCode;

/**
 * Something wrong in a file.
 *
 * @param row as a spreadsheet shows it: the header is row 1; 0 where the whole file is meant
 * @param column the canonical column, or that of the source where none is meant; null where the whole row is
 */
public record Finding(int row, String column, ErrorCode code, String message) {}
