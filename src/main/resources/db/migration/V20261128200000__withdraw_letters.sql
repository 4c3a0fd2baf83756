-- A letter whose cause went away before it left the house.
alter table letter drop constraint letter_status_check;
alter table letter add constraint letter_status_check
    check (status in ('EMAIL_QUEUED', 'EMAILED', 'PRINT_QUEUED', 'PRINTED', 'WITHDRAWN')) not valid;

-- Whatever moves a customer's money asks whether letters to him still wait.
create index letter_waiting on letter (tenant_id, customer_id) where status in ('EMAIL_QUEUED', 'PRINT_QUEUED');
