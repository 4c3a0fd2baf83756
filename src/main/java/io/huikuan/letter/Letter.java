package io.huikuan.letter;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A letter that was issued to a customer, kept as it was sent. */
@DefaultNonNull
@Description("A letter that was issued to a customer, kept as it was sent.")
public record Letter(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Its number: without gaps within the tenant, in the order of issue.")
        String number,

        @Description("What it is for.") LetterKind kind,
        @Description("In which language it is written.") Language language,
        @Description("Its subject.") String subject,

        @Description("Its date, as of which its figures are.")
        LocalDate issuedOn,

        @Description("The moment it was issued.") Instant issuedAt,
        @Description("Where it is.") LetterStatus status,

        @Nullable
        @Description("When the mail server took it or it was printed; null while it waits or when it was withdrawn.")
        Instant sentAt,

        @Nullable @Description("Of what it warns; null: of nothing.")
        LetterWarning warning,

        @Description("Whether a statement of account is enclosed.")
        boolean withStatement,

        @Description("Which version of the text it was written by; 0: the one that came with the service.")
        int templateVersion,

        @Description("The path of its page, for a GET with your token.")
        String htmlUrl,

        @Description("The path of its PDF, for a GET with your token.")
        String pdfUrl,

        @Ignore UUID customer,
        @Ignore UUID contactPerson,
        @Ignore UUID issuer,
        @Description("What made it.") LetterCause cause,
        @Ignore UUID causeId,
        @Ignore int sequence)
        implements Node {

    /** The row behind the id. */
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
