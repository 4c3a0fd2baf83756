package io.huikuan.imports.domain;

import static io.huikuan.imports.domain.Column.optional;
import static io.huikuan.imports.domain.Column.required;

import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.imports.domain.Cell.Numeric.Sign;
import io.huikuan.ledger.ReceivableKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file is loaded as, with its canonical columns in their order. {@code src/docs/imports.md} tells what each means. */
@SuppressWarnings("ImmutableEnumChecker") // the list is an unmodifiable one of records
public enum ImportKind {
    CUSTOMERS(
            "customers",
            required("code", new Cell.Line(64)),
            required("name", new Cell.Line(200)),
            optional("legal_name", new Cell.Line(200)),
            optional("kind", Cell.Choice.of(CustomerKind.class)),
            optional("status", Cell.Choice.of(CustomerStatus.class)),
            optional("grade", Cell.Choice.of(CreditGrade.class)),
            optional("region", new Cell.Line(100)),
            optional("time_zone", new Cell.Zone()),
            optional("owner_email", new Cell.Email()),
            optional("credit_limit", new Cell.Numeric(Sign.NOT_NEGATIVE)),
            optional("currency", new Cell.Currency()),
            optional("terms", new Cell.Terms()),
            optional("sell_through_threshold", new Cell.Fraction())),
    CONTACT_PERSONS(
            "contact-persons",
            required("customer_code", new Cell.Line(64)),
            required("source_key", new Cell.Line(64)),
            required("name", new Cell.Line(200)),
            optional("job_title", new Cell.Line(200)),
            optional("decision_role", new Cell.Choice(Set.of("DECIDES", "INFLUENCES", "PROCESSES", "BLOCKS"))),
            optional("influence", new Cell.Whole(1, 5)),
            optional("phone", new Cell.Line(50)),
            optional("email", new Cell.Email()),
            optional("preferred_from", new Cell.TimeOfDay()),
            optional("preferred_to", new Cell.TimeOfDay()),
            optional("reports_to", new Cell.Line(64)),
            optional("relationship_owner_email", new Cell.Email())),
    RECEIVABLES(
            "receivables",
            required("number", new Cell.Line(64)),
            required("customer_code", new Cell.Line(64)),
            optional("kind", Cell.Choice.of(ReceivableKind.class)),
            required("issue_date", new Cell.Day()),
            optional("due_date", new Cell.Day()),
            optional("terms", new Cell.Terms()),
            required("amount", new Cell.Numeric(Sign.POSITIVE)),
            required("currency", new Cell.Currency()),
            optional("reference", new Cell.Line(500))),
    PAYMENTS(
            "payments",
            required("number", new Cell.Line(64)),
            required("customer_code", new Cell.Line(64)),
            required("received_on", new Cell.Day()),
            required("amount", new Cell.Numeric(Sign.POSITIVE)),
            required("currency", new Cell.Currency()),
            optional(
                    "method",
                    new Cell.Choice(Set.of(
                            "BANK_TRANSFER",
                            "CASH",
                            "CHEQUE",
                            "BANK_ACCEPTANCE_DRAFT",
                            "CARD",
                            "ALIPAY",
                            "WECHAT_PAY",
                            "OFFSET",
                            "OTHER"))),
            optional("reference", new Cell.Line(500)),
            optional("receivable_number", new Cell.Line(64))),
    DELIVERIES(
            "deliveries",
            required("number", new Cell.Line(64)),
            required("customer_code", new Cell.Line(64)),
            required("delivered_on", new Cell.Day()),
            required("sku", new Cell.Line(64)),
            optional("product_name", new Cell.Line(200)),
            required("quantity", new Cell.Numeric(Sign.NOT_ZERO)),
            required("unit_price", new Cell.Numeric(Sign.NOT_NEGATIVE)),
            required("currency", new Cell.Currency())),
    SELL_OUT(
            "sell-out",
            required("customer_code", new Cell.Line(64)),
            required("reported_on", new Cell.Day()),
            required("sku", new Cell.Line(64)),
            optional("sold", new Cell.Numeric(Sign.NOT_NEGATIVE)),
            optional("on_hand", new Cell.Numeric(Sign.NOT_NEGATIVE))),
    /** What a partner reports of its own stock; the code, where the file has one, can only be its own. */
    MY_SELL_OUT(
            "my-sell-out",
            optional("customer_code", new Cell.Line(64)),
            required("reported_on", new Cell.Day()),
            required("sku", new Cell.Line(64)),
            optional("sold", new Cell.Numeric(Sign.NOT_NEGATIVE)),
            optional("on_hand", new Cell.Numeric(Sign.NOT_NEGATIVE)));

    private final String path;
    private final List<Column> columns;

    ImportKind(String path, Column... columns) {
        this.path = path;
        this.columns = List.of(columns);
    }

    /** How it is named in addresses, profiles and runs. */
    public String path() {
        return path;
    }

    /** The canonical columns. */
    public List<Column> columns() {
        return columns;
    }

    /** The place of a column that the kind has. */
    public int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }

    /** The kind with this name in addresses and profiles, of those that staff load. */
    public static Optional<ImportKind> named(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind != MY_SELL_OUT && kind.path.equals(path))
                .findFirst();
    }
}
