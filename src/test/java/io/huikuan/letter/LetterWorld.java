package io.huikuan.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.support.Client;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Letters in tests, by the same requests as the apps'. */
@ApplicationScoped
class LetterWorld {

    static final String LETTER =
            "letter { id number kind language subject issuedOn status sentAt templateVersion withStatement"
                    + " htmlUrl pdfUrl warning { next deadline } amounts { total { amount currency } overdue { amount } } contactPerson { name } }";

    private final Client client;

    LetterWorld(Client client) {
        this.client = client;
    }

    /** What became of a mutation. */
    JsonPath change(Actor actor, String mutation, String input, Map<String, ?> values, String fields) {
        Map<String, Object> keyed = new HashMap<>(values);
        keyed.putIfAbsent("clientKey", Uuids.next().toString());
        JsonPath answer = client.ask(
                actor,
                "mutation($input: " + input + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field message } } }",
                Map.of("input", keyed));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    /** What became of a letter that was to be issued, with further fields of the input by name and value; with a reason to pass guard rails, unless another or none is given. */
    JsonPath issue(Actor actor, UUID customer, LetterKind kind, Object... more) {
        Map<String, Object> values =
                new HashMap<>(Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, customer), "kind", kind.name()));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        if (!values.containsKey("outsideReason")) {
            values.put("outsideReason", "They asked for it.");
        }
        return change(actor, "issueLetter", "IssueLetterInput", values, LETTER);
    }

    /** The letter that was issued. */
    Map<String, Object> issued(Actor actor, UUID customer, LetterKind kind, Object... more) {
        JsonPath answer = issue(actor, customer, kind, more);
        assertThat(codes(answer)).as(answer.prettify()).isEmpty();
        return answer.getMap("letter");
    }

    static List<String> codes(JsonPath payload) {
        return payload.getList("userErrors.code");
    }

    /** A person at a customer. */
    String person(Actor actor, UUID customer, String name, String role, String email) {
        Map<String, Object> values = new HashMap<>(
                Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, customer), "name", name, "decisionRole", role));
        values.put("email", email);
        JsonPath answer =
                change(actor, "saveContactPerson", "SaveContactPersonInput", values, "contactPerson { id version }");
        return answer.getString("contactPerson.id");
    }

    /** What is answered to a GET as the actor. */
    Response get(Actor actor, String path) {
        return given().auth().oauth2(client.token(actor)).get(path);
    }

    /** The answer to a question. */
    JsonPath ask(Actor actor, String document, Map<String, ?> variables) {
        return client.ask(actor, document, variables);
    }

    /** The text of a letter's PDF, in the order in which it is read. */
    String pdfText(Actor actor, Object path) {
        return text(get(actor, (String) path).asByteArray());
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
