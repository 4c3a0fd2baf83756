create table payment (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    number text not null,
    currency text not null,
    amount numeric not null check (amount > 0),
    received_on date not null,
    method text not null,
    reference text,
    unapplied numeric not null check (unapplied >= 0),
    moved_through date,
    reversed_on date,
    created_at timestamptz not null,
    created_by uuid,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer,
    check (unapplied <= amount)
);
comment on column payment.unapplied is 'the sum of the payment''s movements, kept by the statement that writes them';
comment on column payment.moved_through is 'the latest date of a movement of what is unapplied, kept likewise; null: nothing moved yet';
create index payment_customer on payment (tenant_id, customer_id, received_on desc, id desc);
create index payment_received on payment (tenant_id, received_on desc, id desc);
create index payment_unapplied on payment (tenant_id, customer_id) where unapplied > 0;
call confine('payment', 'select, insert, update (unapplied, moved_through, reversed_on, reference)');

-- How the unapplied part of a payment moved. Never changed, never deleted.
create table payment_entry (
    tenant_id uuid not null,
    id uuid not null,
    payment_id uuid not null,
    customer_id uuid not null,
    kind text not null check (kind in ('RECEIVED', 'ALLOCATED', 'UNALLOCATED', 'REFUNDED', 'REVERSED')),
    on_date date not null,
    amount numeric not null check (amount <> 0),
    recorded_at timestamptz not null,
    recorded_by uuid,
    reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, payment_id) references payment,
    foreign key (tenant_id, customer_id) references customer
);
comment on column payment_entry.amount is 'effect on what is unapplied';
create index payment_entry_payment on payment_entry (tenant_id, payment_id, on_date);
create index payment_entry_on on payment_entry (tenant_id, on_date);
call confine('payment_entry', 'select, insert');

alter table entry add foreign key (tenant_id, payment_id) references payment;
