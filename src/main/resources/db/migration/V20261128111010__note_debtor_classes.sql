-- The class is shown with the customer, so phones are told.
create trigger noted_on_insert after insert on debtor_class referencing new table as touched
    for each statement execute function note_customer_of_credit();
create trigger noted_on_update after update on debtor_class referencing new table as touched
    for each statement execute function note_customer_of_credit();
