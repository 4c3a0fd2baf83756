package io.huikuan.partner;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Secret;
import io.huikuan.kernel.text.Language;
import io.huikuan.notification.NotificationPreferencesService;
import io.huikuan.notification.mail.Mail;
import io.huikuan.notification.mail.Mails;
import io.huikuan.partner.data.InvitationStore;
import io.huikuan.partner.data.InvitationStore.Parties;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.UUID;

/** Invitations as e-mails, in Chinese or English, with a link that accepts. Sent where both e-mail and the portal's address are configured. */
@ApplicationScoped
class InvitationMails {

    private final Mails mails;
    private final PortalConfig portal;
    private final InvitationStore store;
    private final NotificationPreferencesService preferences;
    private final CurrentActor actor;

    InvitationMails(
            Mails mails,
            PortalConfig portal,
            InvitationStore store,
            NotificationPreferencesService preferences,
            CurrentActor actor) {
        this.mails = mails;
        this.portal = portal;
        this.store = store;
        this.preferences = preferences;
        this.actor = actor;
    }

    /** The templates: {@code src/main/resources/templates/mail}. */
    @CheckedTemplate(basePath = "mail")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance invitationHtml(Content content);

        static native TemplateInstance invitationText(Content content);
    }

    /** What the templates show. */
    record Content(
            String tag,
            boolean chinese,
            String heading,
            String name,
            String supplier,
            String customer,
            String until,
            String link) {}

    /** Queues the e-mail of an invitation to the customer, in this language; null: in the tenant's. */
    void queue(UUID customer, PartnerInvitation invitation, Secret secret, Language wanted) {
        if (!mails.areSent() || portal.invitationUrl().isEmpty()) {
            return;
        }
        Language language = wanted != null ? wanted : preferences.defaults().language();
        Content content = content(store.parties(customer), invitation, secret, language);
        Mail.Text text = new Mail.Text(
                content.heading(),
                Templates.invitationHtml(content).render(),
                Templates.invitationText(content).render());
        mails.queue(new Mail(invitation.id(), invitation.email(), text, invitation.expiresAt()));
    }

    /** Withdraws what was not sent yet of these invitations. */
    void withdraw(Collection<UUID> invitations) {
        mails.withdraw(invitations);
    }

    private Content content(Parties parties, PartnerInvitation invitation, Secret secret, Language language) {
        boolean chinese = language == Language.ZH_CN;
        LocalDate until = invitation.expiresAt().atZone(actor.get().zone()).toLocalDate();
        return new Content(
                language.tag(),
                chinese,
                chinese
                        ? parties.supplier() + "邀请您查看" + parties.customer() + "的往来账户"
                        : parties.supplier() + " invites you to the account of " + parties.customer(),
                invitation.name(),
                parties.supplier(),
                parties.customer(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .format(until),
                portal.invitationUrl().orElseThrow().replace("{secret}", secret.text()));
    }
}
