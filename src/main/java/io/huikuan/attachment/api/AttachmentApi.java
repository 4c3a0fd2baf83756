package io.huikuan.attachment.api;

import io.huikuan.attachment.Attachment;
import io.huikuan.attachment.Attachments;
import io.huikuan.contact.ContactRecord;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The files that belong to contact records. */
@GraphQLApi
public class AttachmentApi {

    private final Attachments attachments;
    private final Users users;
    private final Loader loader;

    AttachmentApi(Attachments attachments, Users users, Loader loader) {
        this.attachments = attachments;
        this.users = users;
        this.loader = loader;
    }

    @Mutation
    @Description("Asks for a way to attach a file to a contact record: a link to PUT its bytes to.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public AttachmentUploadPayload requestAttachmentUpload(
            @NonNull @Description("The file.") RequestAttachmentUploadInput input) {
        return AttachmentUploadPayload.of(attachments.request(input.wish()));
    }

    @NonNull
    @Description("The files that belong to it, in the order in which they came.")
    public CompletionStage<@NonNull List<@NonNull Attachment>> attachments(@Source ContactRecord contact) {
        return loader.load("ContactRecord.attachments", contact.uuid(), attachments::ofRecords);
    }

    @NonNull
    @Description("Who sent it.")
    public CompletionStage<User> uploadedBy(@Source Attachment attachment) {
        return loader.load("Attachment.uploadedBy", attachment.uploadedById(), users::byIds);
    }
}
