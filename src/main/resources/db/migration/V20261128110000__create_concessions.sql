-- Something that a customer asks for in return for payment (rule 33): what it asked, what was offered, what was granted.
create table concession (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    status text not null check (status in ('ASKED', 'OFFERED', 'GRANTED', 'DECLINED', 'WITHDRAWN')),
    kind text not null,
    asked text not null,
    worth numeric check (worth > 0),
    worth_currency text,
    asked_on date not null,
    asked_by uuid,
    rounds int not null default 0,
    currency text,
    granted_on date,
    granted_at timestamptz,
    ended_on date,
    ended_at timestamptz,
    recorded_at timestamptz not null,
    recorded_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    note text,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, asked_by) references contact_person,
    check ((worth is null) = (worth_currency is null)),
    check ((granted_on is null) = (granted_at is null) and (granted_on is null) = (currency is null)),
    check ((ended_on is null) = (ended_at is null) and (ended_on is null or granted_on is not null))
);
comment on column concession.asked is 'what the customer wants, in words';
comment on column concession.asked_by is 'the contact person who asked';
comment on column concession.rounds is 'how many offers were made';
comment on column concession.currency is 'of the payments on which it depends';
comment on column concession.granted_at is 'money that was recorded before does not count';
comment on column concession.ended_at is 'when another one was granted in the currency, or this one was withdrawn: what is received from that day on and recorded from then on does not count';
comment on column concession.decided_by is 'who granted, declined or withdrew it';
create index concession_customer on concession (tenant_id, customer_id, recorded_at desc, id desc);
create index concession_newest on concession (tenant_id, recorded_at desc, id desc);
create index concession_granted on concession (tenant_id, customer_id, granted_on) where granted_on is not null;
call confine('concession',
    'select, insert, update (version, status, rounds, currency, granted_on, granted_at, ended_on, ended_at, decided_at, decided_by, note)');

-- What was offered, round by round.
create table concession_offer (
    tenant_id uuid not null,
    concession_id uuid not null,
    round int not null,
    step int not null,
    kind text not null,
    gives text,
    worth numeric check (worth > 0),
    worth_currency text,
    amount numeric not null check (amount > 0),
    currency text not null,
    pay_by date not null,
    offered_at timestamptz not null,
    offered_by uuid,
    primary key (tenant_id, concession_id, round, step),
    foreign key (tenant_id, concession_id) references concession,
    check ((worth is null) = (worth_currency is null)),
    check (gives is not null or worth is not null)
);
call confine('concession_offer', 'select, insert');

-- What was granted, step by step. Whether it was paid for is never written here: it is read from the ledger's entries.
create table concession_step (
    tenant_id uuid not null,
    concession_id uuid not null,
    step int not null,
    kind text not null,
    gives text,
    worth numeric check (worth > 0),
    worth_currency text,
    amount numeric not null check (amount > 0),
    pay_by date not null,
    fulfilled_on date,
    fulfilled_at timestamptz,
    fulfilled_by uuid,
    fulfilment text,
    primary key (tenant_id, concession_id, step),
    foreign key (tenant_id, concession_id) references concession,
    check ((worth is null) = (worth_currency is null)),
    check (gives is not null or worth is not null),
    check ((fulfilled_on is null) = (fulfilled_at is null))
);
comment on column concession_step.amount is 'what must be paid for it, beside what the steps before it ask for';
comment on column concession_step.pay_by is 'the last day on which money counts for it';
comment on column concession_step.fulfilment is 'how it was given';
create index concession_step_pay_by on concession_step (tenant_id, pay_by) where fulfilled_on is null;
create index concession_step_fulfilled on concession_step (tenant_id, concession_id) where fulfilled_on is not null;
call confine('concession_step', 'select, insert, update (fulfilled_on, fulfilled_at, fulfilled_by, fulfilment)');

-- The one definition of how the granted steps stand as of a day (rule 33), in the manner of promise_standing.
-- due: what the step and those before it ask for in all, so that the same money never pays for two steps, and what came early counts.
-- paid: what money received from the grant to the step's day paid of any receivable of the customer in the currency and has not gone back by the day. Money that
-- was recorded before the grant was there already; money received and recorded after the next grant in the currency is for that one.
create function concession_standing(p_tenant uuid, p_as_of date)
returns table (
    concession_id uuid, step int, customer_id uuid, currency text, granted_on date, pay_by date, due numeric, paid numeric, state text)
language sql stable parallel safe
as $$
    select k.id, s.step, k.customer_id, k.currency, k.granted_on, s.pay_by, f.due, f.paid,
        case
            when s.fulfilled_on <= p_as_of then 'FULFILLED'
            when f.paid >= f.due then 'EARNED'
            when p_as_of <= s.pay_by and (k.ended_on is null or p_as_of < k.ended_on) then 'WAITING'
            else 'LAPSED'
        end
    from concession k
    join concession_step s on s.tenant_id = p_tenant and s.concession_id = k.id
    cross join lateral (
        select
            (select sum(b.amount) from concession_step b
             where b.tenant_id = p_tenant and b.concession_id = k.id and b.step <= s.step) as due,
            (select coalesce(sum(-e.amount), 0)
             from (
                 select y.id from payment y
                 where y.tenant_id = p_tenant and y.customer_id = k.customer_id and y.currency = k.currency
                     and y.received_on between k.granted_on and s.pay_by and y.received_on <= p_as_of
                     and y.created_at >= k.granted_at
                     and (k.ended_on is null or y.received_on < k.ended_on or y.created_at < k.ended_at)
                 offset 0) y
             cross join lateral (
                 select n.id, n.amount from entry n
                 where n.tenant_id = p_tenant and n.payment_id = y.id and n.kind = 'ALLOCATED' and n.on_date <= p_as_of
                 offset 0) e
             where not exists (
                 select from entry u where u.tenant_id = p_tenant and u.undoes_id = e.id and u.on_date <= p_as_of offset 0)) as paid) f
    where k.tenant_id = p_tenant and k.granted_on <= p_as_of
$$;
grant execute on function concession_standing to ${app_role};

alter table alert drop constraint alert_type_check;
alter table alert add constraint alert_type_check check (type in (
    'INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE', 'SELL_THROUGH_REACHED', 'PLAN_BROKEN', 'DATA_QUALITY',
    'PROMISE_DUE', 'PROMISE_BROKEN', 'PAYMENT_SHORTFALL', 'DISPUTE_DUE', 'CONCESSION_DUE', 'CONCESSION_UNPAID')) not valid;

alter table job_run drop constraint job_run_job_check;
alter table job_run add constraint job_run_job_check check (job in (
    'INSTALLMENT_ALERTS', 'SELL_THROUGH_ALERTS', 'PLAN_REVIEW', 'PROMISE_REVIEW', 'DISPUTE_ALERTS', 'CONCESSION_ALERTS', 'CLASS_REVIEW')) not valid;
