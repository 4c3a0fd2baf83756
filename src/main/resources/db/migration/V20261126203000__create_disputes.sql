alter table tenant_settings add dispute_days int not null default 14;
comment on column tenant_settings.dispute_days is 'within how many days a dispute is to be decided for which nobody set a deadline';

-- A part of a receivable that the customer refuses to pay, and for which reason. How much of it is still open is never written here.
create table dispute (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    receivable_id uuid not null,
    number text not null,
    currency text not null,
    amount numeric not null check (amount > 0),
    reason text not null,
    department text not null,
    deadline date not null,
    description text not null,
    status text not null check (status in ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    raised_on date not null,
    raised_at timestamptz not null,
    raised_by uuid,
    decided_on date,
    decided_at timestamptz,
    decided_by uuid,
    answer text,
    accepted numeric,
    credit_note_id uuid,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, receivable_id) references receivable,
    foreign key (tenant_id, credit_note_id) references receivable,
    check ((status = 'OPEN') = (decided_on is null)),
    check ((status = 'ACCEPTED') = (accepted is not null)),
    check ((status = 'ACCEPTED') = (credit_note_id is not null)),
    check (accepted > 0 and accepted <= amount)
);
comment on column dispute.department is 'who has to look into it';
comment on column dispute.raised_on is 'the business date on which it was raised';
comment on column dispute.decided_on is 'the business date on which it was accepted, rejected or withdrawn';
comment on column dispute.answer is 'what the customer reads about the decision';
comment on column dispute.accepted is 'how much of the amount was credited';
create index dispute_customer on dispute (tenant_id, customer_id, raised_at desc, id desc);
create index dispute_newest on dispute (tenant_id, raised_at desc, id desc);
create index dispute_open on dispute (tenant_id, customer_id, receivable_id) where decided_on is null;
create index dispute_receivable on dispute (tenant_id, receivable_id);
create index dispute_deadline on dispute (tenant_id, deadline) where decided_on is null;
create index dispute_decided on dispute (tenant_id, decided_on) where decided_on is not null;
call confine('dispute', 'select, insert, update (version, department, deadline, reason, status, decided_on, decided_at, decided_by, answer,'
    || ' accepted, credit_note_id)');

-- What was said about a dispute; what is internal the customer does not read.
create table dispute_comment (
    tenant_id uuid not null,
    id uuid not null,
    dispute_id uuid not null,
    customer_id uuid not null,
    text text not null,
    internal boolean not null,
    written_at timestamptz not null,
    written_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, dispute_id) references dispute,
    foreign key (tenant_id, customer_id) references customer
);
create index dispute_comment_dispute on dispute_comment (tenant_id, dispute_id, written_at, id);
call confine('dispute_comment', 'select, insert');

-- Files that show what the customer complains of: attachments of contact records with it.
create table dispute_attachment (
    tenant_id uuid not null,
    dispute_id uuid not null,
    attachment_id uuid not null,
    attached_at timestamptz not null,
    attached_by uuid,
    primary key (tenant_id, dispute_id, attachment_id),
    foreign key (tenant_id, dispute_id) references dispute,
    foreign key (tenant_id, attachment_id) references attachment
);
call confine('dispute_attachment', 'select, insert');

-- Which part of the open shares is disputed as of a day, the oldest due shares first, and never more than is open of them (rule 22).
-- Parted by customer and receivable: whoever asks for some of them reads no others.
create function disputed_share(p_tenant uuid, p_as_of date, p_basis text)
returns table (share_id uuid, receivable_id uuid, customer_id uuid, disputed numeric)
language sql stable parallel safe
as $$
    select x.share_id, x.receivable_id, x.customer_id, least(x.open, x.disputed - x.older)
    from (
        select o.share_id, d.receivable_id, d.customer_id, o.open, d.disputed,
            coalesce(sum(o.open) over (
                partition by d.customer_id, d.receivable_id order by o.due_date, o.share_id
                rows between unbounded preceding and 1 preceding), 0) as older
        from (
            select g.customer_id, g.receivable_id, sum(g.amount) as disputed
            from dispute g
            where g.tenant_id = p_tenant and g.raised_on <= p_as_of and (g.decided_on is null or g.decided_on > p_as_of)
            group by g.customer_id, g.receivable_id) d
        join open_share(p_tenant, p_as_of, p_basis) o on o.receivable_id = d.receivable_id) x
    where x.older < x.disputed
$$;
grant execute on function disputed_share to ${app_role};

-- What a customer may be reminded of as of a day: what is open, without what is disputed, and nothing of what an open promise covers. Whatever reminds,
-- warns or threatens adds this up, and not what is outstanding.
create function dunning_share(p_tenant uuid, p_as_of date)
returns table (
    share_id uuid, installment_id uuid, receivable_id uuid, customer_id uuid, currency text, due_date date, amount numeric)
language sql stable parallel safe
as $$
    select o.share_id, o.installment_id, o.receivable_id, o.customer_id, o.currency, o.due_date, o.open - coalesce(d.disputed, 0)
    from open_share(p_tenant, p_as_of, 'SCHEDULE') o
    left join lateral (
        select s.disputed from disputed_share(p_tenant, p_as_of, 'SCHEDULE') s
        where s.customer_id = o.customer_id and s.receivable_id = o.receivable_id and s.share_id = o.share_id) d on true
    where o.open > coalesce(d.disputed, 0)
        and not exists (select from promised_item(p_tenant, p_as_of) h where h.receivable_id = o.receivable_id)
$$;
grant execute on function dunning_share to ${app_role};

alter table alert drop constraint alert_type_check;
alter table alert add constraint alert_type_check check (type in (
    'INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE', 'SELL_THROUGH_REACHED', 'PLAN_BROKEN', 'DATA_QUALITY',
    'PROMISE_DUE', 'PROMISE_BROKEN', 'PAYMENT_SHORTFALL', 'DISPUTE_DUE'));

alter table job_run drop constraint job_run_job_check;
alter table job_run add constraint job_run_job_check
    check (job in ('INSTALLMENT_ALERTS', 'SELL_THROUGH_ALERTS', 'PLAN_REVIEW', 'PROMISE_REVIEW', 'DISPUTE_ALERTS'));
