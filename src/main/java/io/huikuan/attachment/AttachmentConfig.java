package io.huikuan.attachment;

import io.huikuan.attachment.domain.FileKind;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** What may be attached, and how long links are good. */
@ConfigMapping(prefix = "huikuan.attachment")
public interface AttachmentConfig {

    /** How many bytes a file may have; never more than 5 MB, which is what PostgreSQL keeps. */
    @WithDefault("5M")
    MemorySize maxSize();

    /** What files may be, by media type: some of image/jpeg, image/png, image/webp, image/heic and application/pdf. */
    @WithDefault("image/jpeg,image/png,image/webp,image/heic,application/pdf")
    @WithConverter(Kind.class)
    Set<FileKind> types();

    /** How many attachments a contact record may have, those that are under way included. */
    @WithDefault("10")
    int maxPerRecord();

    /** How long a link is good at the most; at the least half of it. */
    @WithDefault("10M")
    Duration linkValid();

    /** How long the bytes may be waited for. */
    @WithDefault("2M")
    Duration patience();

    /** How many files this node takes in or gives out at once; each is held in memory. */
    @WithDefault("6")
    int atOnce();

    /** How long after it was asked for an upload is given up. */
    @WithDefault("1H")
    Duration unfinishedAfter();

    /** How often it is looked for uploads to give up. {@code off} in tests. */
    @WithDefault("10m")
    String sweepEvery();

    /** A kind of file by its media type. */
    final class Kind implements Converter<FileKind> {

        @Override
        public FileKind convert(String text) {
            return FileKind.ofType(text)
                    .orElseThrow(
                            () -> new IllegalArgumentException("files of the type " + text + " are not known here"));
        }
    }
}
