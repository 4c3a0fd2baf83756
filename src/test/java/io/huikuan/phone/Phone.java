package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.support.Client;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A phone that does what the guide tells it to: it keeps what {@code changes} brings, by the document that the app sends. */
final class Phone {

    private static final Path DOCUMENT = Path.of("graphql-schema/operations/rep-changes.graphql");

    private final Client client;
    private final Map<String, String> things = new TreeMap<>();
    private final Map<String, String> customers = new HashMap<>();
    private Actor user;
    private String cursor;

    Phone(Client client, Actor user) {
        this.client = client;
        this.user = user;
    }

    /** What a phone holds that has just asked for everything. */
    static Map<String, String> fresh(Client client, Actor user) {
        Phone phone = new Phone(client, user);
        phone.sync(100);
        return phone.holds();
    }

    /** Asks until nothing more follows. */
    Phone sync(int first) {
        while (page(first).getBoolean("hasMore")) {
            // The next page.
        }
        return this;
    }

    /** Asks once, and keeps what came; answers the page. */
    JsonPath page(int first) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", first);
        variables.put("after", cursor);
        JsonPath page = client.ask(user, document(), variables);
        assertThat(page.getList("errors")).as(page.prettify()).isNull();
        page.setRootPath("data.changes");
        if (page.getBoolean("reset")) {
            things.clear();
            customers.clear();
        }
        page.<Map<String, Object>>getList("deletions").forEach(this::forget);
        page.<Map<String, Object>>getList("nodes").forEach(this::keep);
        cursor = page.getString("cursor");
        assertThat(page.getList("nodes").size() + page.getList("deletions").size())
                .isLessThanOrEqualTo(first);
        return page;
    }

    private void forget(Map<String, Object> deletion) {
        String id = (String) deletion.get("id");
        if ("CUSTOMER".equals(deletion.get("kind"))) {
            things.keySet().removeIf(thing -> id.equals(customers.get(thing)));
        }
        things.remove(id);
    }

    private void keep(Map<String, Object> node) {
        String id = (String) node.get("id");
        Object customer = node.get("customer");
        customers.put(id, customer == null ? id : (String) ((Map<?, ?>) customer).get("id"));
        things.put(id, node.toString());
    }

    /** What it holds, by id. */
    Map<String, String> holds() {
        return new TreeMap<>(things);
    }

    /** The ids of what it holds of a type. */
    List<String> ids(String type) {
        return things.entrySet().stream()
                .filter(thing -> thing.getValue().startsWith("{__typename=" + type + ","))
                .map(Map.Entry::getKey)
                .toList();
    }

    String cursor() {
        return cursor;
    }

    void cursor(String other) {
        cursor = other;
    }

    /** Its user may do other things from now on. */
    void user(Actor other) {
        user = other;
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
