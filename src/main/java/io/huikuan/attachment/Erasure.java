package io.huikuan.attachment;

import io.huikuan.attachment.data.ErasureStore;
import io.huikuan.contact.domain.PersonalTraces;
import io.huikuan.customer.ContactPersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What becomes of attachments when a contact person is erased. Of a picture nobody can blank a part, so of every contact <em>with that person</em> the
 * attachments' bytes are erased for good and their names blanked; that they were there, their type, size and hash, who sent them and when, stays, so
 * that a copy kept elsewhere can still be recognised. In the names of the customer's other attachments the person's name, telephone number and e-mail address are
 * blanked as they are in texts. What the bytes of those others show is not looked into: a photo of a receipt that names the person, filed under a
 * contact with somebody else, stays as it is.
 */
@ApplicationScoped
class Erasure {

    private final ErasureStore store;
    private final AttachmentContents contents;

    Erasure(ErasureStore store, AttachmentContents contents) {
        this.store = store;
        this.contents = contents;
    }

    void erase(@Observes ContactPersonErased erased) {
        store.expectNone(erased.person());
        contents.erase(store.erase(erased.person()));
        PersonalTraces.pattern(erased.name(), erased.phone(), erased.email())
                .ifPresent(pattern -> store.blank(erased.customer(), pattern));
    }
}
