-- What kind of debtor a customer is (rule 24). The system proposes, a person confirms; this is what was confirmed last.
create table debtor_class (
    tenant_id uuid not null,
    customer_id uuid not null,
    version int not null,
    class text not null check (class in ('GOOD', 'SLOW', 'CASH_SHORT', 'DISPUTING', 'CONDITIONAL', 'EVASIVE')),
    proposed text not null check (proposed in ('GOOD', 'SLOW', 'CASH_SHORT', 'DISPUTING', 'CONDITIONAL', 'EVASIVE')),
    reason text,
    confirmed_on date not null,
    confirmed_at timestamptz not null,
    confirmed_by uuid,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer
);
comment on column debtor_class.proposed is 'what the evidence proposed when it was confirmed';
comment on column debtor_class.reason is 'why it was confirmed; never null where it is not what was proposed';
create index debtor_class_class on debtor_class (tenant_id, class, customer_id);
call confine('debtor_class', 'select, insert, update (version, class, proposed, reason, confirmed_on, confirmed_at, confirmed_by)');

-- Every class that was suggested or confirmed, with the evidence as it was then.
create table debtor_class_entry (
    tenant_id uuid not null,
    customer_id uuid not null,
    number int not null,
    kind text not null check (kind in ('SUGGESTED', 'CONFIRMED')),
    class text not null check (class in ('GOOD', 'SLOW', 'CASH_SHORT', 'DISPUTING', 'CONDITIONAL', 'EVASIVE')),
    proposed text not null check (proposed in ('GOOD', 'SLOW', 'CASH_SHORT', 'DISPUTING', 'CONDITIONAL', 'EVASIVE')),
    evidence text[] not null,
    reason text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, customer_id, number),
    foreign key (tenant_id, customer_id) references customer
);
comment on column debtor_class_entry.evidence is 'in words, each figure with what it is a part of';
call confine('debtor_class_entry', 'select, insert');

-- What each customer looked like when it was looked at last, and what a rep suggests that nobody has decided on. Whether it calls for a review follows from it
-- and from what was confirmed.
create table debtor_class_review (
    tenant_id uuid not null,
    customer_id uuid not null,
    proposed text not null check (proposed in ('GOOD', 'SLOW', 'CASH_SHORT', 'DISPUTING', 'CONDITIONAL', 'EVASIVE')),
    looked_at timestamptz not null,
    suggested text check (suggested in ('GOOD', 'SLOW', 'CASH_SHORT', 'DISPUTING', 'CONDITIONAL', 'EVASIVE')),
    suggestion text,
    suggested_by uuid,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer,
    check ((suggested is null) = (suggestion is null))
);
comment on column debtor_class_review.suggestion is 'why the class is suggested';
call confine('debtor_class_review', 'select, insert, update (proposed, looked_at, suggested, suggestion, suggested_by)');

-- From when on evidence proposes a class; the highest version is in force.
create table class_policy (
    tenant_id uuid not null,
    version int not null,
    review_days int not null check (review_days > 0),
    fewest_cases int not null check (fewest_cases > 0),
    slow_days int not null check (slow_days > 0),
    unkept_share numeric not null check (unkept_share > 0 and unkept_share <= 1),
    paid_concessions int not null check (paid_concessions > 0),
    conditional_share numeric not null check (conditional_share > 0 and conditional_share <= 1),
    disputed_share numeric not null check (disputed_share > 0 and disputed_share <= 1),
    rejected_share numeric not null check (rejected_share > 0 and rejected_share <= 1),
    evasive_days int not null check (evasive_days > 0),
    refusals int not null check (refusals > 0),
    able_rate numeric not null check (able_rate > 0 and able_rate <= 1),
    short_rate numeric not null check (short_rate > 0 and short_rate <= 1),
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, version),
    foreign key (tenant_id) references tenant,
    check (short_rate <= able_rate)
);
call confine('class_policy', 'select, insert');
