package io.huikuan.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.Map;

/** Files of every kind, loaded into the demo tenant, again, changed and refused, and the profiles that read them. */
final class FilesAtWork {

    private final String token;
    private final LocalDate today;
    private final String run = Long.toString(System.nanoTime());

    /** Sends as the bearer of the token. */
    FilesAtWork(String token, LocalDate today) {
        this.token = token;
        this.today = today;
    }

    /** Every kind of file, each twice. */
    void sendEverything() {
        String customer = "F" + run;
        load(
                "customers",
                "code,name,owner_email,region,terms",
                customer + ",Demo Distributor,files@example.com,East,\"0.5:30,0.5:60E\"");
        load("customers", "code,name,owner_email,region", customer + ",Demo Wholesaler,files@example.com,East");
        load(
                "contact-persons",
                "customer_code,source_key,name,reports_to,relationship_owner_email",
                customer + ",K1,Demo Buyer,K2,files@example.com\n" + customer + ",K2,Demo Director,,");
        load("contact-persons", "customer_code,source_key,name", customer + ",K2,Demo President");
        load(
                "receivables",
                "number,customer_code,issue_date,due_date,terms,amount,currency,reference",
                String.join(
                        "\n",
                        "R1" + run + "," + customer + "," + today.minusDays(40) + "," + today.minusDays(9)
                                + ",,100,CNY,first",
                        "R2" + run + "," + customer + "," + today.minusDays(40) + ",,1:30,100,CNY,",
                        "R3" + run + "," + customer + "," + today.minusDays(9) + ",,,100,CNY,"));
        load(
                "receivables",
                "number,customer_code,issue_date,due_date,amount,currency,reference",
                "R1" + run + "," + customer + "," + today.minusDays(40) + "," + today.minusDays(9) + ",100,CNY,second");
        load(
                "payments",
                "number,customer_code,received_on,amount,currency,reference,receivable_number",
                String.join(
                        "\n",
                        "P1" + run + "," + customer + "," + today.minusDays(2) + ",30,CNY,slip,R2" + run,
                        "P2" + run + "," + customer + "," + today.minusDays(1) + ",400,CNY,,"));
        load(
                "deliveries",
                "number,customer_code,delivered_on,sku,product_name,quantity,unit_price,currency",
                "D1" + run + "," + customer + "," + today.minusDays(20) + ",A,Tea,100,10,CNY");
        load(
                "sell-out",
                "customer_code,reported_on,sku,sold,on_hand",
                customer + "," + today.minusDays(3) + ",A,90,\n" + customer + "," + today.minusDays(2) + ",A,,5");
        load("sell-out", "customer_code,reported_on,sku,sold,on_hand", customer + "," + today.minusDays(2) + ",A,,400");
        load(
                "payments",
                "number,customer_code,received_on,amount,currency,reference",
                "P2" + run + "," + customer + "," + today.minusDays(1) + ",400,CNY,late slip");
        load(
                "deliveries",
                "number,customer_code,delivered_on,sku,product_name,quantity,unit_price,currency",
                "D1" + run + "," + customer + "," + today.minusDays(20) + ",A,Green tea,100,10,CNY");
        profiles(customer);
    }

    private void load(String kind, String header, String rows) {
        for (int time = 0; time < 2; time++) {
            Response answer = send(kind, header + "\n" + rows + "\n", Map.of());
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        }
        assertThat(send(kind, header + "\n" + rows.replace(run, "9" + run) + "\n", Map.of("dryRun", true))
                        .statusCode())
                .isIn(200, 422);
    }

    private void profiles(String customer) {
        String definition = "{\"kind\": \"customers\", \"columns\": {\"code\": \"Kunde\", \"name\": \"Kunde\"}}";
        assertThat(sender().contentType("application/json")
                        .body(definition)
                        .put("/imports/profiles/files")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("customers", "Kunde\n" + customer + "X\n", Map.of("profile", "files"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sender().get("/imports/profiles").statusCode()).isEqualTo(200);
        assertThat(sender().get("/imports/profiles/files").statusCode()).isEqualTo(200);
        assertThat(sender().delete("/imports/profiles/files").statusCode()).isEqualTo(204);
    }

    private Response send(String kind, String csv, Map<String, ?> query) {
        return sender().queryParams(query).contentType("text/csv").body(csv).post("/imports/" + kind);
    }

    private RequestSpecification sender() {
        return given().header("Authorization", "Bearer " + token);
    }
}
