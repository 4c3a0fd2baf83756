-- One open document each: what is owed, or a credit note on what is owed.
create table receivable (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    number text not null,
    kind text not null check (kind in ('INVOICE', 'DEBIT_NOTE', 'CREDIT_NOTE', 'FEE', 'OPENING_BALANCE', 'CONSIGNMENT')),
    issue_date date not null,
    due_date date not null,
    currency text not null,
    amount numeric not null check (amount > 0),
    reference text,
    credits_id uuid,
    reason text,
    created_at timestamptz not null,
    created_by uuid,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, credits_id) references receivable,
    check (due_date >= issue_date),
    check ((kind = 'CREDIT_NOTE') = (credits_id is not null))
);
comment on column receivable.due_date is 'the last due date of its own terms';
comment on column receivable.credits_id is 'the document that a credit note credits';
create index receivable_customer on receivable (tenant_id, customer_id, due_date, id);
create index receivable_due on receivable (tenant_id, due_date, id);
create index receivable_credits on receivable (tenant_id, credits_id) where credits_id is not null;
call confine('receivable', 'select, insert, update (reference)');

-- How receivables are to be paid: the own terms of one receivable, or a version of a plan over several.
create table schedule (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    currency text not null,
    receivable_id uuid,
    plan_id uuid,
    version int not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, receivable_id) references receivable,
    check ((receivable_id is null) <> (plan_id is null))
);
comment on column schedule.version is '1, and one more each time a broken plan is accelerated';
create unique index schedule_receivable on schedule (tenant_id, receivable_id) where receivable_id is not null;
create unique index schedule_plan on schedule (tenant_id, plan_id, version) where plan_id is not null;
call confine('schedule', 'select, insert');

create table installment (
    tenant_id uuid not null,
    id uuid not null,
    schedule_id uuid not null,
    sequence int not null,
    due_date date not null,
    amount numeric not null check (amount > 0),
    added_on date,
    primary key (tenant_id, id),
    unique (tenant_id, schedule_id, sequence),
    foreign key (tenant_id, schedule_id) references schedule
);
comment on column installment.added_on is 'for one that came back when money was reversed after its schedule had ended: the date of the reversal';
call confine('installment', 'select, insert');

-- The part of an installment that belongs to one receivable. What is open of it, and when its schedule rules, follow from
-- bookings and plans; everything else never changes.
create table share (
    tenant_id uuid not null,
    id uuid not null,
    installment_id uuid not null,
    schedule_id uuid not null,
    receivable_id uuid not null,
    customer_id uuid not null,
    currency text not null,
    due_date date not null,
    original_due date,
    since date not null,
    amount numeric not null check (amount > 0),
    open numeric not null check (open >= 0),
    own_terms boolean not null,
    rules datemultirange not null,
    booked_through date,
    primary key (tenant_id, id),
    unique (tenant_id, installment_id, receivable_id),
    foreign key (tenant_id, installment_id) references installment,
    foreign key (tenant_id, schedule_id) references schedule,
    foreign key (tenant_id, receivable_id) references receivable,
    foreign key (tenant_id, customer_id) references customer,
    check (open <= amount),
    check (own_terms = (original_due is not null))
);
comment on column share.original_due is 'of own terms: the due date by them. It differs from due_date only for what a reversal brought back from a plan that no longer rules';
comment on column share.open is 'the amount less all bookings, kept by the statement that writes the bookings';
comment on column share.booked_through is 'the latest date of a booking on it, kept by the statement that writes the bookings; null: nothing is booked';
comment on column share.rules is 'the days on which its schedule rules the receivable';
comment on column share.since is 'the day from which the share exists: the issue date, the start of the plan, or the date of a reversal';
create index share_receivable on share (tenant_id, receivable_id);
create index share_schedule on share (tenant_id, schedule_id);
create index share_booked_through on share (tenant_id, booked_through);
create index share_open on share (tenant_id, customer_id, due_date) where open > 0;
create index share_open_due on share (tenant_id, due_date) where open > 0;
call confine('share', 'select, insert, update (open, rules, booked_through)');

-- What happened to the balance of a receivable after it was issued. Never changed, never deleted: an undoing is an entry of its own.
create table entry (
    tenant_id uuid not null,
    id uuid not null,
    receivable_id uuid not null,
    customer_id uuid not null,
    kind text not null
        check (kind in ('ALLOCATED', 'UNALLOCATED', 'CREDITED', 'WRITTEN_OFF', 'WRITE_OFF_UNDONE', 'REVERSED')),
    on_date date not null,
    amount numeric not null check (amount <> 0),
    recorded_at timestamptz not null,
    recorded_by uuid,
    payment_id uuid,
    credit_note_id uuid,
    undoes_id uuid,
    reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, receivable_id) references receivable,
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, credit_note_id) references receivable,
    foreign key (tenant_id, undoes_id) references entry
);
comment on column entry.amount is 'effect on the balance: below zero for what reduces it';
comment on column entry.undoes_id is 'the entry that this one takes back, wholly; nothing is taken back twice';
create unique index entry_undoes on entry (tenant_id, undoes_id);
create index entry_receivable on entry (tenant_id, receivable_id, on_date);
create index entry_payment on entry (tenant_id, payment_id) where payment_id is not null;
create index entry_credit_note on entry (tenant_id, credit_note_id) where credit_note_id is not null;
call confine('entry', 'select, insert');

-- The shares through which an entry goes: in the receivable's own terms always, and in every plan that rules on its date or later.
create table booking (
    tenant_id uuid not null,
    id uuid not null,
    entry_id uuid not null,
    share_id uuid not null,
    on_date date not null,
    amount numeric not null check (amount <> 0),
    on_ruling boolean not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, entry_id) references entry,
    foreign key (tenant_id, share_id) references share
);
comment on column booking.amount is 'above zero closes the share, below zero opens it again';
comment on column booking.on_ruling is 'booked on the schedule that ruled when it was written: what the payer sees as paid';
create index booking_share on booking (tenant_id, share_id, on_date);
create index booking_entry on booking (tenant_id, entry_id);
create index booking_on on booking (tenant_id, on_date);
call confine('booking', 'select, insert');

-- The one definition of what is outstanding (rule 4), by share. Balances, aging, alerts, letters, lists and the portal all add this up.
-- p_basis SCHEDULE: the shares of the schedule that rules on the day; ORIGINAL_DUE: the shares of the receivables' own terms.
-- Entries count by their value date: those dated after the day are taken back out of what is open now. Nothing that is closed on the day is in it.
-- One plain select: the planner opens it up, so that whoever joins it on a customer, receivable, schedule or installment reads no other shares, and
-- as of today no closed ones.
create function open_share(p_tenant uuid, p_as_of date, p_basis text)
returns table (
    share_id uuid, installment_id uuid, schedule_id uuid, receivable_id uuid, customer_id uuid, currency text, due_date date, open numeric)
language sql stable parallel safe
as $$
    select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency,
        case p_basis when 'SCHEDULE' then s.due_date else s.original_due end, s.open + later.amount
    from share s
    cross join lateral (
        select coalesce(sum(b.amount), 0) as amount from booking b
        where s.booked_through > p_as_of and b.tenant_id = p_tenant and b.share_id = s.id and b.on_date > p_as_of) later
    where s.tenant_id = p_tenant and (s.open > 0 or s.booked_through > p_as_of) and s.open + later.amount > 0
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
$$;
grant execute on function open_share to ${app_role};
