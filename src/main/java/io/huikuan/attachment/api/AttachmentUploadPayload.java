package io.huikuan.attachment.api;

import io.huikuan.attachment.AttachmentUpload;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of an announced file. */
@DefaultNonNull
@Description("Where to send the file, or why it is not taken.")
public record AttachmentUploadPayload(
        @Nullable @Description("The way to send it; null when it was refused.")
        AttachmentUpload upload,

        @Description("Why it was refused; empty when it is expected.")
        List<@NonNull UserError> userErrors) {

    static AttachmentUploadPayload of(Outcome<AttachmentUpload> outcome) {
        return new AttachmentUploadPayload(outcome.valueOrNull(), outcome.errors());
    }
}
