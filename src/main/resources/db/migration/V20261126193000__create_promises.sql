alter table tenant_settings
    add promise_tolerance_days int not null default 3,
    add promise_threshold numeric not null default 1;
comment on column tenant_settings.promise_tolerance_days is 'business days after its date on which a promise may still be kept';
comment on column tenant_settings.promise_threshold is 'the share of the promised amount with which a promise counts as kept';

-- A customer's word: an amount by a date. How much of it was paid is never written here: it is read from the ledger's entries. The status is what
-- promise_standing said when it was last asked.
create table promise (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    plan_id uuid,
    currency text not null,
    amount numeric not null check (amount > 0),
    given_on date not null,
    promised_for date not null,
    window_end date not null,
    tolerance_days int not null,
    threshold numeric not null check (threshold > 0 and threshold <= 1),
    counts_from timestamptz not null,
    promised_by uuid,
    note text,
    status text not null check (status in ('PROPOSED', 'OPEN', 'KEPT', 'PARTIALLY_KEPT', 'BROKEN', 'CANCELLED')),
    decided_on date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    confirmed_at timestamptz,
    agreed_by uuid,
    cancelled_at timestamptz,
    cancelled_by uuid,
    reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, plan_id) references payment_plan,
    foreign key (tenant_id, promised_by) references contact_person,
    check (given_on <= promised_for and promised_for <= window_end),
    check ((status in ('PROPOSED', 'OPEN')) = (decided_on is null))
);
comment on column promise.window_end is 'the last day on which money counts: the date and the tolerance days in the tenant''s calendar when it was given';
comment on column promise.threshold is 'the share of the amount that keeps it, as the tenant had it when it was given';
comment on column promise.counts_from is 'money that was recorded before does not count: it was there already when the promise was given';
comment on column promise.promised_by is 'the contact person who gave his word';
comment on column promise.decided_on is 'the business date on which it got its present status; null while it is proposed or open';
comment on column promise.agreed_by is 'who took the word for the tenant: its recorder, or who confirmed what a partner proposed';
create index promise_customer on promise (tenant_id, customer_id, recorded_at desc, id desc);
create index promise_newest on promise (tenant_id, recorded_at desc, id desc);
create index promise_live on promise (tenant_id, window_end) where status in ('PROPOSED', 'OPEN');
create index promise_unkept on promise (tenant_id, customer_id) where status in ('PARTIALLY_KEPT', 'BROKEN');
create index promise_matured on promise (tenant_id, window_end);
call confine('promise',
    'select, insert, update (version, status, decided_on, confirmed_at, agreed_by, cancelled_at, cancelled_by, reason)');

-- What a promise is about. Live: the promise is proposed or open; each receivable has at most one such.
create table promise_item (
    tenant_id uuid not null,
    promise_id uuid not null,
    receivable_id uuid not null,
    live boolean not null,
    primary key (tenant_id, promise_id, receivable_id),
    foreign key (tenant_id, promise_id) references promise,
    foreign key (tenant_id, receivable_id) references receivable
);
comment on column promise_item.live is 'kept by the statement that changes the promise''s status';
create unique index promise_item_live on promise_item (tenant_id, receivable_id) where live;
create index promise_item_receivable on promise_item (tenant_id, receivable_id);
call confine('promise_item', 'select, insert, update (live)');

-- The one definition of how promises stand as of a day (rule 21).
-- paid: what money received in the window paid of the items and has not gone back by the day, whenever it was applied.
-- asked: the amount, but no more than what the items had to be paid: what was credited was never owed, and what was written off by the end of the
-- window is not asked for.
-- A promise whose item was promised anew is not opened again when money goes back; it is judged as if its window were over.
-- One plain select: the planner opens it up, so that whoever asks for some promises reads no others. What belongs to one promise is looked up by index, one
-- after the other ("offset 0"): where statistics are older than the rows, the planner would else read whole tables for each promise.
create function promise_standing(p_tenant uuid, p_as_of date)
returns table (promise_id uuid, paid numeric, asked numeric, state text)
language sql stable parallel safe
as $$
    select p.id, f.paid, f.asked,
        case
            when p.cancelled_at is not null then 'CANCELLED'
            when p.confirmed_at is null then case when p_as_of > p.window_end then 'CANCELLED' else 'PROPOSED' end
            when f.asked <= 0 then 'CANCELLED'
            when f.paid >= f.asked * p.threshold then 'KEPT'
            when p_as_of <= p.window_end and not exists (
                select from promise_item mine
                where mine.tenant_id = p_tenant and mine.promise_id = p.id and exists (
                    select from promise_item its
                    where its.tenant_id = p_tenant and its.receivable_id = mine.receivable_id and exists (
                        select from promise n
                        where n.tenant_id = p_tenant and n.id = its.promise_id and n.cancelled_at is null and not (n.confirmed_at is null and n.status = 'CANCELLED')
                            and (n.recorded_at, n.id) > (p.recorded_at, p.id)
                        offset 0)
                    offset 0)
                offset 0) then 'OPEN'
            when f.paid > 0 then 'PARTIALLY_KEPT'
            else 'BROKEN'
        end
    from promise p
    cross join lateral (
        select m.paid, least(p.amount, m.paid + b.billed - m.settled) as asked
        from (
            select
                coalesce(sum(-e.amount) filter (where e.kind = 'ALLOCATED'
                    and coalesce(y.received_on, e.on_date) between p.given_on and p.window_end
                    and coalesce(y.created_at, e.recorded_at) >= p.counts_from), 0) as paid,
                coalesce(sum(-e.amount) filter (where e.kind = 'CREDITED'
                    or coalesce(y.received_on, e.on_date) <= p.window_end), 0) as settled
            from promise_item x
            cross join lateral (
                select n.id, n.kind, n.on_date, n.amount, n.recorded_at, n.payment_id, n.undoes_id from entry n
                where n.tenant_id = p_tenant and n.receivable_id = x.receivable_id and n.on_date <= p_as_of
                offset 0) e
            left join lateral (
                select n.received_on, n.created_at from payment n where n.tenant_id = p_tenant and n.id = e.payment_id
                offset 0) y on true
            where x.tenant_id = p_tenant and x.promise_id = p.id and e.undoes_id is null
                and not exists (select from entry u
                    where u.tenant_id = p_tenant and u.undoes_id = e.id and u.on_date <= p_as_of
                    offset 0)) m
        cross join (
            select coalesce(sum((
                select r.amount from receivable r where r.tenant_id = p_tenant and r.id = x.receivable_id)), 0) as billed
            from promise_item x
            where x.tenant_id = p_tenant and x.promise_id = p.id) b) f
    where p.tenant_id = p_tenant
$$;
grant execute on function promise_standing to ${app_role};

-- The receivables that are held from dunning as of a day, because an open promise covers them, and through which day.
create function promised_item(p_tenant uuid, p_as_of date)
returns table (receivable_id uuid, promise_id uuid, held_through date)
language sql stable parallel safe
as $$
    select i.receivable_id, p.id, p.window_end
    from promise_item i
    join promise p on p.tenant_id = p_tenant and p.id = i.promise_id and p.status = 'OPEN'
    where i.tenant_id = p_tenant and i.live and p_as_of between p.given_on and p.window_end
$$;
grant execute on function promised_item to ${app_role};

alter table alert drop constraint alert_type_check;
alter table alert add constraint alert_type_check check (type in (
    'INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE', 'SELL_THROUGH_REACHED', 'PLAN_BROKEN', 'DATA_QUALITY',
    'PROMISE_DUE', 'PROMISE_BROKEN', 'PAYMENT_SHORTFALL'));

alter table job_run drop constraint job_run_job_check;
alter table job_run add constraint job_run_job_check
    check (job in ('INSTALLMENT_ALERTS', 'SELL_THROUGH_ALERTS', 'PLAN_REVIEW', 'PROMISE_REVIEW'));
