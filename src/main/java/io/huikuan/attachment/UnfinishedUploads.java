package io.huikuan.attachment;

import io.huikuan.attachment.data.UploadStore;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Gives up the uploads that were asked for and never came. */
@ApplicationScoped
public class UnfinishedUploads {

    private final UploadStore uploads;
    private final BusinessDates dates;
    private final AttachmentConfig config;

    UnfinishedUploads(UploadStore uploads, BusinessDates dates, AttachmentConfig config) {
        this.uploads = uploads;
        this.dates = dates;
        this.config = config;
    }

    /** Gives up those of the current tenant; answers how many. */
    @Transactional
    public int giveUp() {
        return uploads.giveUp(dates.now().minus(config.unfinishedAfter()));
    }
}
