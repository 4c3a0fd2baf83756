-- What changed of what a phone keeps, in which transaction: whoever holds the snapshot of an earlier moment reads from here what that
-- snapshot does not show, however late it was committed. Written by triggers, once for each statement and not for each row, so that nothing
-- that changes can be forgotten; the key holds the transaction, so no two transactions ever wait for each other here, and a thing that one
-- transaction touches often is noted once. Rows are forgotten after a while, see change_floor.
create table change (
    tenant_id uuid not null,
    changed_in xid8 not null,
    kind text not null check (kind in ('cus', 'per', 'rcv', 'pln', 'pay', 'sth', 'alr', 'con', 'scope', 'usr')),
    thing_id uuid not null,
    customer_id uuid,
    former_owner_id uuid,
    former_region text,
    noted_at timestamptz not null,
    primary key (tenant_id, changed_in, kind, thing_id),
    check ((customer_id is null) = (kind = 'usr'))
);
comment on column change.kind is
    'the first letters of the ids of such things; scope: a customer whose owner or region changed, so that others see it now; usr: a user who may do other things now';
comment on column change.former_owner_id is 'of a scope: whose customer it was before';
comment on column change.former_region is 'of a scope: the region before';
comment on column change.noted_at is 'by the database''s clock, which alone judges it: how old a row is';
create index change_scope on change (tenant_id, changed_in) where kind in ('scope', 'usr');
call confine('change', 'select, insert, delete');

-- How far changes were forgotten: who holds a snapshot that does not show all of that has to begin anew.
create table change_floor (
    tenant_id uuid not null primary key references tenant,
    forgotten_through xid8 not null
);
call confine('change_floor', 'select, insert, update (forgotten_through)');

-- Has every statement that changes rows of the table note them as things of the kind. The table has tenant_id, id and customer_id.
create procedure follow(p_table regclass, p_kind text)
language plpgsql as $$
begin
    execute format($f$
        create function note_%1$s() returns trigger language plpgsql as $b$
        begin
            insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
            select t.tenant_id, pg_current_xact_id(), %2$L, t.id, t.customer_id, now() from touched t
            on conflict do nothing;
            return null;
        end $b$ $f$, p_table, p_kind);
    execute format('create trigger noted_on_insert after insert on %1$s referencing new table as touched for each statement'
        || ' execute function note_%1$s()', p_table);
    execute format('create trigger noted_on_update after update on %1$s referencing new table as touched for each statement'
        || ' execute function note_%1$s()', p_table);
    execute format('create trigger noted_on_delete after delete on %1$s referencing old table as touched for each statement'
        || ' execute function note_%1$s()', p_table);
end $$;

call follow('contact_person', 'per');
call follow('payment_plan', 'pln');
call follow('payment', 'pay');
call follow('stock_cycle', 'sth');
call follow('alert', 'alr');
call follow('contact_record', 'con');

-- A customer is a thing of its own, and decides who sees all the others.
create function note_customer() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select t.tenant_id, pg_current_xact_id(), 'cus', t.id, t.id, now() from touched t
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on customer referencing new table as touched for each statement execute function note_customer();
create trigger noted_on_update after update on customer referencing new table as touched for each statement execute function note_customer();

-- The function's plan is kept for the session, for one customer as for an import of thousands: both sides must meet by hashing.
create function note_scope() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, former_owner_id, former_region, noted_at)
    select o.tenant_id, pg_current_xact_id(), 'scope', o.id, o.id, o.owner_id, o.region, now()
    from formerly o
    join touched t on t.tenant_id = o.tenant_id and t.id = o.id
    where (o.owner_id, o.region) is distinct from (t.owner_id, t.region)
    on conflict do nothing;
    return null;
end $$;
create trigger scope_noted_on_update after update on customer referencing old table as formerly new table as touched
    for each statement execute function note_scope();

-- A receivable is as it is by its shares: what is open of it, and which schedule rules it. Each document but a credit note comes with its shares.
create function note_receivable() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select t.tenant_id, pg_current_xact_id(), 'rcv', t.id, t.customer_id, now() from touched t
    where tg_op = 'UPDATE' or t.kind = 'CREDIT_NOTE'
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on receivable referencing new table as touched for each statement execute function note_receivable();
create trigger noted_on_update after update on receivable referencing new table as touched for each statement execute function note_receivable();

-- The plan is looked up row by row, by its key: the plan of a join would be kept for the session, and one that was made for an import would
-- read all schedules for each payment after it.
create function note_share() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select distinct t.tenant_id, pg_current_xact_id(), 'rcv', t.receivable_id, t.customer_id, now() from touched t
    on conflict do nothing;
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select p.tenant_id, pg_current_xact_id(), 'pln', p.plan_id, p.customer_id, now()
    from (
        select distinct t.tenant_id, t.customer_id,
            (select s.plan_id from schedule s where s.tenant_id = t.tenant_id and s.id = t.schedule_id) as plan_id
        from touched t
        where not t.own_terms) p
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on share referencing new table as touched for each statement execute function note_share();
create trigger noted_on_update after update on share referencing new table as touched for each statement execute function note_share();

-- The products of a cycle are part of it. Positions go before their cycle does: one whose cycle is gone already is noted by the cycle itself.
create function note_stock_position() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select c.tenant_id, pg_current_xact_id(), 'sth', c.cycle_id, c.customer_id, now()
    from (
        select distinct t.tenant_id, t.cycle_id,
            (select s.customer_id from stock_cycle s where s.tenant_id = t.tenant_id and s.id = t.cycle_id) as customer_id
        from touched t) c
    where c.customer_id is not null
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on stock_position referencing new table as touched
    for each statement execute function note_stock_position();
create trigger noted_on_update after update on stock_position referencing new table as touched
    for each statement execute function note_stock_position();
create trigger noted_on_delete after delete on stock_position referencing old table as touched
    for each statement execute function note_stock_position();

-- An alert about an impossible report leads to the cycle into which the report falls.
create function note_stock_finding() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select t.tenant_id, pg_current_xact_id(), 'alr', a.id, t.customer_id, now()
    from touched t
    cross join lateral (
        select w.id from alert w where w.tenant_id = t.tenant_id and w.type = 'DATA_QUALITY' and w.subject_id = t.id offset 0) a
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on stock_finding referencing new table as touched
    for each statement execute function note_stock_finding();
create trigger noted_on_update after update on stock_finding referencing new table as touched
    for each statement execute function note_stock_finding();
create trigger noted_on_delete after delete on stock_finding referencing old table as touched
    for each statement execute function note_stock_finding();

-- An alert that was given to somebody is his as long as he may see the customer.
create function note_user() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, noted_at)
    select o.tenant_id, pg_current_xact_id(), 'usr', o.id, now()
    from formerly o
    join touched t on t.tenant_id = o.tenant_id and t.id = o.id
    where (o.active, o.roles, o.region) is distinct from (t.active, t.roles, t.region)
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_update after update on app_user referencing old table as formerly new table as touched
    for each statement execute function note_user();
