-- Who writes, and where to pay; the highest version of a language is in force.
create table letterhead (
    tenant_id uuid not null,
    language text not null check (language in ('EN', 'ZH_CN')),
    version int not null,
    name text not null,
    address text,
    phone text,
    email text,
    bank_account text,
    signature text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, language, version),
    foreign key (tenant_id) references tenant
);
call confine('letterhead', 'select, insert');

-- The tenant's own texts of letters; the highest version of a kind and language is in force, and without one the text that comes with the service.
create table letter_template (
    tenant_id uuid not null,
    kind text not null,
    language text not null check (language in ('EN', 'ZH_CN')),
    version int not null,
    subject text not null,
    body text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, kind, language, version),
    foreign key (tenant_id) references tenant
);
call confine('letter_template', 'select, insert');

-- In which language a customer is written to; null or without a row, in the tenant's.
create table letter_language (
    tenant_id uuid not null,
    customer_id uuid not null,
    language text check (language in ('EN', 'ZH_CN')),
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer
);
call confine('letter_language', 'select, insert, update (language)');

-- The number of the latest letter. Whoever issues the next one holds this row until it is committed, so that numbers have no gaps.
create table letter_counter (
    tenant_id uuid not null primary key references tenant,
    latest int not null
);
call confine('letter_counter', 'select, insert, update (latest)');

create table letter (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    sequence int not null check (sequence > 0),
    kind text not null check (kind in ('PAYMENT_REMINDER', 'OVERDUE_NOTICE', 'FINAL_NOTICE', 'LAWYERS_LETTER', 'STATEMENT', 'RECEIPT')),
    language text not null check (language in ('EN', 'ZH_CN')),
    subject text not null,
    issued_on date not null,
    issued_at timestamptz not null,
    issued_by uuid,
    cause text not null check (cause in ('PERSON', 'STRATEGY', 'ESCALATION')),
    cause_id uuid,
    contact_person_id uuid,
    recipient text,
    with_statement boolean not null,
    template_version int not null,
    letterhead_version int not null,
    warning_next text,
    warning_deadline date,
    payment_id uuid,
    contact_record_id uuid,
    status text not null check (status in ('EMAIL_QUEUED', 'EMAILED', 'PRINT_QUEUED', 'PRINTED')),
    sent_at timestamptz,
    printed_by uuid,
    primary key (tenant_id, id),
    unique (tenant_id, sequence),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, contact_person_id) references contact_person,
    foreign key (tenant_id, contact_record_id) references contact_record,
    foreign key (tenant_id, payment_id) references payment,
    check ((warning_next is null) = (warning_deadline is null)),
    check ((status in ('EMAILED', 'PRINTED')) = (sent_at is not null))
);
comment on column letter.sequence is 'the number, without gaps, in the order of issue';
comment on column letter.recipient is 'the e-mail address it went to; null: none, or it was erased';
comment on column letter.template_version is '0: the text that comes with the service';
comment on column letter.payment_id is 'for which payment it thanks';
comment on column letter.contact_record_id is 'the contact that it is; null where nobody could enter one';
create index letter_customer on letter (tenant_id, customer_id, sequence desc);
create index letter_to_print on letter (tenant_id, sequence) where status = 'PRINT_QUEUED';
create index letter_cause on letter (tenant_id, cause_id) where cause_id is not null;
create index letter_person on letter (tenant_id, contact_person_id) where contact_person_id is not null;
call confine('letter', 'select, insert, update (status, sent_at, printed_by, recipient)');

-- A letter as it was sent. What is here is never written again.
create table letter_content (
    tenant_id uuid not null,
    letter_id uuid not null,
    html bytea not null,
    html_sha256 text not null,
    pdf bytea not null,
    pdf_sha256 text not null,
    primary key (tenant_id, letter_id),
    foreign key (tenant_id, letter_id) references letter
);
call confine('letter_content', 'select, insert');

-- For what a letter asked, as it stood on its date.
create table letter_amount (
    tenant_id uuid not null,
    letter_id uuid not null,
    currency text not null,
    total numeric not null,
    overdue numeric not null,
    primary key (tenant_id, letter_id, currency),
    foreign key (tenant_id, letter_id) references letter
);
call confine('letter_amount', 'select, insert');

-- A contact that was to be by e-mail and went by letter.
grant update (channel) on contact_record to ${app_role};
