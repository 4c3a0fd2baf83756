package io.huikuan.attachment;

import io.huikuan.attachment.domain.FileKind;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a file to be attached may be. */
@ApplicationScoped
class AttachmentRules {

    /** What the table takes. */
    private static final long MOST_KEPT = 5L << 20;

    private static final int LONGEST_NAME = 200;

    private final AttachmentConfig config;

    AttachmentRules(AttachmentConfig config) {
        this.config = config;
    }

    /** How many a record may have. */
    int mostPerRecord() {
        return config.maxPerRecord();
    }

    /** The file, as far as nothing was refused. */
    CheckedAttachment checked(NewAttachment wish, UUID record, Refusals refusals) {
        return new CheckedAttachment(
                record, name(wish.name(), refusals), size(wish.size(), refusals), type(wish.contentType(), refusals));
    }

    private static String name(String text, Refusals refusals) {
        String name = refusals.required("name", text, LONGEST_NAME);
        refusals.unless(
                name == null || (name.indexOf('/') < 0 && name.indexOf('\\') < 0),
                ErrorCode.INVALID_VALUE,
                "name",
                "The name of a file has neither / nor \\.");
        return name;
    }

    private int size(int bytes, Refusals refusals) {
        long most = Math.min(config.maxSize().asLongValue(), MOST_KEPT);
        refusals.unless(bytes > 0, ErrorCode.INVALID_VALUE, "size", "A file has at least one byte.");
        refusals.unless(bytes <= most, ErrorCode.TOO_LARGE, "size", "A file has at most " + most + " bytes.");
        return bytes;
    }

    private String type(String text, Refusals refusals) {
        Optional<FileKind> kind = FileKind.ofType(text).filter(config.types()::contains);
        refusals.unless(
                kind.isPresent(),
                ErrorCode.UNSUPPORTED_MEDIA,
                "contentType",
                "It must be one of "
                        + config.types().stream()
                                .map(FileKind::contentType)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".");
        return kind.map(FileKind::contentType).orElse(null);
    }
}
