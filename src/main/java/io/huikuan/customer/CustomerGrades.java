package io.huikuan.customer;

import io.huikuan.customer.data.CustomerBulk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Gives customers their grades, for whoever assesses them: the customer is locked by the caller, within whose transaction it happens. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CustomerGrades {

    private final CustomerBulk customers;

    CustomerGrades(CustomerBulk customers) {
        this.customers = customers;
    }

    /** The customer has this grade from now on. */
    public void set(UUID customer, CreditGrade grade) {
        customers.grade(customer, grade);
    }
}
