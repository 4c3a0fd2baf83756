-- A customer's word that money is on its way. It is never counted as paid: what it becomes is a payment that somebody records, or nothing.
create table payment_announcement (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    currency text not null,
    amount numeric not null check (amount > 0),
    paid_on date not null,
    reference text,
    status text not null check (status in ('ANNOUNCED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    announced_on date not null,
    announced_at timestamptz not null,
    announced_by uuid not null,
    decided_on date,
    decided_at timestamptz,
    decided_by uuid,
    payment_id uuid,
    reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, payment_id) references payment,
    check ((status = 'ANNOUNCED') = (decided_on is null)),
    check ((status = 'CONFIRMED') = (payment_id is not null)),
    check ((status = 'REJECTED') = (reason is not null))
);
comment on column payment_announcement.paid_on is 'when the money was sent, or will be';
comment on column payment_announcement.announced_on is 'the business date of the announcement';
comment on column payment_announcement.decided_on is 'the business date on which it was confirmed, rejected or withdrawn';
create index payment_announcement_customer on payment_announcement (tenant_id, customer_id, announced_at desc, id desc);
create index payment_announcement_newest on payment_announcement (tenant_id, announced_at desc, id desc);
create index payment_announcement_decided on payment_announcement (tenant_id, decided_on);
create unique index payment_announcement_payment on payment_announcement (tenant_id, payment_id) where payment_id is not null;
call confine('payment_announcement', 'select, insert, update (status, decided_on, decided_at, decided_by, payment_id, reason)');

create table payment_announcement_receivable (
    tenant_id uuid not null,
    announcement_id uuid not null,
    receivable_id uuid not null,
    primary key (tenant_id, announcement_id, receivable_id),
    foreign key (tenant_id, announcement_id) references payment_announcement,
    foreign key (tenant_id, receivable_id) references receivable
);
call confine('payment_announcement_receivable', 'select, insert');

-- What was announced and neither confirmed nor rejected nor withdrawn as of a day.
create function announced_cash(p_tenant uuid, p_as_of date)
returns table (announcement_id uuid, customer_id uuid, currency text, amount numeric)
language sql stable parallel safe
as $$
    select a.id, a.customer_id, a.currency, a.amount from payment_announcement a
    where a.tenant_id = p_tenant and a.announced_on <= p_as_of and (a.decided_on is null or a.decided_on > p_as_of)
$$;
grant execute on function announced_cash to ${app_role};
