package io.huikuan.customer.data;

import io.huikuan.customer.CheckedPerson;
import io.huikuan.customer.ContactPersonErased;
import io.huikuan.customer.DecisionRole;
import io.huikuan.customer.Weekday;
import io.huikuan.kernel.sql.TenantedId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A contact person as it is stored. */
@Entity(name = "ContactPerson")
@Table(name = "contact_person")
@IdClass(TenantedId.class)
public class ContactPersonEntity {

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;

    @Id
    UUID id;

    @Version
    int version = 1;

    @Column(name = "customer_id", updatable = false)
    UUID customerId;

    String name;

    @Column(name = "job_title")
    String jobTitle;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision_role")
    DecisionRole decisionRole;

    Integer influence;

    String phone;

    String email;

    @Column(name = "preferred_from")
    LocalTime preferredFrom;

    @Column(name = "preferred_to")
    LocalTime preferredTo;

    @Column(name = "preferred_days")
    String preferredDays;

    @Column(name = "hours_said_by_customer")
    boolean hoursSaidByCustomer;

    @Column(name = "reports_to_id")
    UUID reportsToId;

    @Column(name = "relationship_owner_id")
    UUID relationshipOwnerId;

    @Column(name = "erased_at")
    Instant erasedAt;

    @Column(name = "erased_reason")
    String erasedReason;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected ContactPersonEntity() {}

    /** A new person at the customer. */
    public ContactPersonEntity(TenantedId key, UUID customer, Instant createdAt) {
        this.tenantId = key.tenantId();
        this.id = key.id();
        this.customerId = customer;
        this.createdAt = createdAt;
    }

    /** Which person it is. */
    public UUID id() {
        return id;
    }

    /** The version that the row has. */
    public int version() {
        return version;
    }

    /** At which customer the person is. */
    public UUID customer() {
        return customerId;
    }

    /** Whether name, telephone number and e-mail address were erased. */
    public boolean erased() {
        return erasedAt != null;
    }

    /** Replaces all fields, on the word of the supplier; but for hours and days that the customer itself said, which only the customer unsays. */
    public void take(CheckedPerson person) {
        fill(person);
        if (!hoursSaidByCustomer) {
            fillHours(person);
        }
        decisionRole = person.decisionRole();
        influence = person.influence();
        reportsToId = person.reportsTo();
        relationshipOwnerId = person.relationshipOwner();
    }

    /** Replaces what the customer itself says of its people. */
    public void takeOwn(CheckedPerson person) {
        fill(person);
        if (fillHours(person)) {
            hoursSaidByCustomer = preferredFrom != null || preferredTo != null || preferredDays != null;
        }
    }

    private void fill(CheckedPerson person) {
        name = person.name();
        jobTitle = person.jobTitle();
        phone = person.phone();
        email = person.email();
    }

    /** Whether they are others than before: whoever corrects a telephone number says nothing about hours. */
    private boolean fillHours(CheckedPerson person) {
        String days = person.preferredDays() == null ? preferredDays : asText(person.preferredDays());
        boolean same = Objects.equals(preferredFrom, person.preferredFrom())
                && Objects.equals(preferredTo, person.preferredTo())
                && Objects.equals(preferredDays, days);
        preferredFrom = person.preferredFrom();
        preferredTo = person.preferredTo();
        preferredDays = days;
        return !same;
    }

    private static String asText(Set<Weekday> days) {
        return days.isEmpty() ? null : days.stream().sorted().map(Weekday::name).collect(Collectors.joining(","));
    }

    /** Blanks name, telephone number and e-mail address; answers what they were. */
    public ContactPersonErased erase(String reason, Instant now) {
        ContactPersonErased former =
                new ContactPersonErased(customerId, id(), name, Optional.ofNullable(phone), Optional.ofNullable(email));
        name = "";
        phone = null;
        email = null;
        erasedReason = reason;
        erasedAt = now;
        return former;
    }
}
