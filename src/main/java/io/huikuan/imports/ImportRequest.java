package io.huikuan.imports;

import io.huikuan.imports.domain.ImportKind;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * A file that somebody wants loaded.
 *
 * @param kind as what
 * @param profile the name of the profile by which it is read; empty: by its canonical columns
 * @param charset what the sender says of its text; a profile knows better
 * @param dryRun whether it is only tried
 * @param packed whether the bytes are packed by gzip
 * @param bytes the file
 */
public record ImportRequest(
        ImportKind kind,
        Optional<String> profile,
        Optional<Charset> charset,
        boolean dryRun,
        boolean packed,
        InputStream bytes) {}
