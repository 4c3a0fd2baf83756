package io.huikuan.contact;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts in tests, entered as people enter them. The house is in Shanghai; its week begins on Monday, 23 November 2026. */
@ApplicationScoped
class ContactWorld {

    private static final String FIELDS = "id outside outsideReason occurredAt contactPerson { id } recordedBy { name }";

    private final Tenancy tenancy;
    private final TestClock clock;

    ContactWorld(Tenancy tenancy, TestClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** A new tenant; it is this time in Shanghai. */
    Actor tenant(String local) {
        now(local);
        return tenancy.tenant("Asia/Shanghai");
    }

    /** It is this time in Shanghai now. */
    void now(String local) {
        clock.set(LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant());
    }

    /** Somebody who collects, and whose the customers of this world are. */
    static Api rep(Actor tenant) {
        return Api.as(tenant, Role.REP, "rep");
    }

    /** A customer of the person. */
    UUID customer(Actor tenant, Api owner) {
        return tenancy.customer(tenant, owner.userUuid(), null);
    }

    /** A person at the customer, with further fields. */
    static String person(Api rep, UUID customer, Object... fields) {
        Map<String, Object> input =
                with(Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, customer), "name", "Demo Buyer"), fields);
        return rep.done("saveContactPerson", "SaveContactPersonInput", "contactPerson { id }", input)
                .getString("contactPerson.id");
    }

    /** What became of a call at this time in Shanghai, with further fields. */
    static JsonPath call(Api rep, UUID customer, String local, Object... fields) {
        Map<String, Object> input = with(
                Map.of(
                        "customerId",
                        NodeId.of(NodeKind.CUSTOMER, customer),
                        "channel",
                        "PHONE",
                        "outcome",
                        "REACHED",
                        "occurredAt",
                        local + ":00+08:00",
                        "summary",
                        "Called."),
                fields);
        return rep.mutate("logContact", "LogContactInput", input, "contactRecord", FIELDS);
    }

    /** Why it was refused, and where; empty when it was entered. */
    static List<String> refusals(JsonPath payload) {
        List<String> codes = Api.codes(payload);
        List<String> fields = Api.fields(payload);
        return java.util.stream.IntStream.range(0, codes.size())
                .mapToObj(i -> codes.get(i) + " " + fields.get(i))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> usual, Object... fields) {
        Map<String, Object> input = new HashMap<>(usual);
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return input;
    }
}
