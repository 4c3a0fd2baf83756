package io.huikuan.escalation;

import io.huikuan.customer.Customer;
import io.huikuan.escalation.data.DossierSheet;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Letter;
import io.huikuan.statement.WholeStatement;
import io.huikuan.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a lawyer or an agency needs of a case that is handed over, as of one moment. The letters' bytes are read while it is written. */
public final class Dossier {

    private final Escalation escalation;
    private final Customer customer;
    private final Tenant tenant;
    private final Language language;
    private final Map<DossierSheet, List<List<String>>> sheets;
    private final Optional<WholeStatement> statement;
    private final List<Letter> letters;

    Dossier(
            Escalation escalation,
            Customer customer,
            Tenant tenant,
            Language language,
            Map<DossierSheet, List<List<String>>> sheets,
            Optional<WholeStatement> statement,
            List<Letter> letters) {
        this.escalation = escalation;
        this.customer = customer;
        this.tenant = tenant;
        this.language = language;
        this.sheets = Map.copyOf(sheets);
        this.statement = statement;
        this.letters = List.copyOf(letters);
    }

    /** The name of its file. */
    public String fileName() {
        return "dossier-" + escalation.number() + "-" + tenant.businessDate() + ".zip";
    }

    Escalation escalation() {
        return escalation;
    }

    Customer customer() {
        return customer;
    }

    Tenant tenant() {
        return tenant;
    }

    Language language() {
        return language;
    }

    List<List<String>> rows(DossierSheet sheet) {
        return sheets.get(sheet);
    }

    /** The account; empty when it moved too often to be told as a whole. */
    Optional<WholeStatement> statement() {
        return statement;
    }

    List<Letter> letters() {
        return letters;
    }
}
