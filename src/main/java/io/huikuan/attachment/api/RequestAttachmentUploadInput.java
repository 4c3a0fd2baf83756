package io.huikuan.attachment.api;

import io.huikuan.attachment.NewAttachment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A file as a client announces it. */
@Input("RequestAttachmentUploadInput")
@Description("A file that is to be attached to a contact record.")
public record RequestAttachmentUploadInput(
        @Description("Makes the mutation safe to repeat: the same key asks for the same attachment.")
        String clientKey,

        @NonNull @Id @Description("To which contact record it belongs.")
        String contactRecordId,

        @NonNull @Description("What the file is called, at most 200 characters.")
        String name,

        @NonNull @Description("How many bytes it has, exactly.")
        Integer size,

        @NonNull @Description("Its media type, for example image/jpeg; the bytes must be of it.")
        String contentType) {

    NewAttachment wish() {
        return new NewAttachment(clientKey, contactRecordId, name, size, contentType);
    }
}
