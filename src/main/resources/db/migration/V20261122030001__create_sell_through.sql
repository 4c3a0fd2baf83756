-- Facts: what reached a customer or went back from it, and what the customer said about its stock.
-- Derived: cycles, positions and findings, written anew from the facts of a customer whenever one of them comes or is replaced.

-- One document of goods. Never changed: another content under a known number is refused.
create table delivery (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    number text not null,
    delivered_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer
);
comment on column delivery.recorded_at is 'deliveries and reports of one day are replayed in the order of this';
create index delivery_customer on delivery (tenant_id, customer_id, delivered_on, id);
call confine('delivery', 'select, insert');

create table delivery_line (
    tenant_id uuid not null,
    delivery_id uuid not null,
    line int not null,
    sku text not null,
    name text,
    quantity numeric not null check (quantity <> 0),
    unit_price numeric not null check (unit_price >= 0),
    primary key (tenant_id, delivery_id, line),
    foreign key (tenant_id, delivery_id) references delivery
);
comment on column delivery_line.quantity is 'units; below zero for a return';
comment on column delivery_line.unit_price is 'in the tenant''s base currency; zero for free goods, which leave the product''s value as it was';
call confine('delivery_line', 'select, insert, update (name)');

-- What a customer said about one product on one day: one row counts, those it replaced are kept.
create table sell_out_report (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    sku text not null,
    reported_on date not null,
    sold numeric check (sold >= 0),
    on_hand numeric check (on_hand >= 0),
    first_recorded_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    replaced_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    check ((sold is null) <> (on_hand is null))
);
comment on column sell_out_report.sold is 'units sold since the previous report';
comment on column sell_out_report.on_hand is 'units counted in stock';
comment on column sell_out_report.first_recorded_at is 'when the first version for this customer, product and day was recorded: its place in the order of the day';
comment on column sell_out_report.replaced_at is 'when another content took its place; null for the row that counts';
create unique index sell_out_report_current on sell_out_report (tenant_id, customer_id, sku, reported_on) where replaced_at is null;
call confine('sell_out_report', 'select, insert, update (replaced_at)');

-- From a delivery to the first delivery after the threshold was reached, over all products of a customer.
create table stock_cycle (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    sequence int not null check (sequence > 0),
    delivery_id uuid not null,
    started_on date not null,
    ended_on date check (ended_on >= started_on),
    threshold numeric not null check (threshold > 0 and threshold <= 1),
    rate numeric not null check (rate between 0 and 1),
    reached_on date,
    currency text not null,
    available_value numeric not null,
    sold_value numeric not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, delivery_id) references delivery
);
comment on column stock_cycle.sequence is '1 for the customer''s first cycle; not an identity, a late delivery may put a cycle in between';
comment on column stock_cycle.delivery_id is 'the delivery with which it started';
comment on column stock_cycle.ended_on is 'the day on which the next cycle started; null for the current one';
comment on column stock_cycle.threshold is 'the customer''s, else the tenant''s, when the cycle was last derived';
comment on column stock_cycle.rate is 'value sold over value available, to four decimals; as of the end of the cycle or now';
comment on column stock_cycle.reached_on is 'the first day on which the exact rate reached the threshold; null while it has not';
comment on column stock_cycle.available_value is 'at the latest delivery prices, in the minor units of the currency';
create unique index stock_cycle_current on stock_cycle (tenant_id, customer_id) where ended_on is null;
create index stock_cycle_customer on stock_cycle (tenant_id, customer_id, sequence);
create index stock_cycle_reached on stock_cycle (tenant_id, reached_on) where reached_on is not null;
call confine('stock_cycle', 'select, insert, update, delete');

-- One product in a cycle, as it stood at the cycle's end or stands now.
create table stock_position (
    tenant_id uuid not null,
    cycle_id uuid not null,
    sku text not null,
    name text,
    price numeric,
    opening numeric not null,
    available numeric not null,
    sold numeric not null check (sold between 0 and available),
    on_hand numeric not null check (on_hand >= 0),
    last_reported_on date,
    primary key (tenant_id, cycle_id, sku),
    foreign key (tenant_id, cycle_id) references stock_cycle
);
comment on column stock_position.price is 'of the latest delivery; null for a product that was reported but never delivered';
comment on column stock_position.opening is 'on hand when the cycle started';
comment on column stock_position.available is 'opening + deliveries − returns';
comment on column stock_position.last_reported_on is 'the latest report, of this cycle or before';
call confine('stock_position', 'select, insert, update, delete');

-- A report or return that cannot be true beside the others. It goes when what was wrong is replaced.
create table stock_finding (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    cycle_id uuid,
    sku text not null,
    on_date date not null,
    kind text not null
        check (kind in ('SOLD_BEYOND_STOCK', 'COUNT_ROSE', 'COUNT_BEYOND_AVAILABLE', 'RETURN_BEYOND_STOCK')),
    reported numeric not null,
    possible numeric not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, cycle_id) references stock_cycle
);
comment on column stock_finding.id is 'made from customer, product, day and kind: the same finding always has the same id';
comment on column stock_finding.cycle_id is 'the cycle it fell into; null before the first delivery';
comment on column stock_finding.reported is 'units that were reported';
comment on column stock_finding.possible is 'the most units that could have been';
create index stock_finding_customer on stock_finding (tenant_id, customer_id, on_date);
create index stock_finding_cycle on stock_finding (tenant_id, cycle_id) where cycle_id is not null;
call confine('stock_finding', 'select, insert, update, delete');

-- The one definition of which cycles call for collecting and refilling on a day (rule 18): those that were current on the day and had reached
-- their threshold by then.
create function reached_stock_cycle(p_tenant uuid, p_as_of date)
returns table (cycle_id uuid, customer_id uuid, started_on date, reached_on date, threshold numeric)
language sql stable parallel safe
as $$
    select c.id, c.customer_id, c.started_on, c.reached_on, c.threshold
    from stock_cycle c
    where c.tenant_id = p_tenant and c.reached_on <= p_as_of and (c.ended_on is null or c.ended_on > p_as_of)
$$;
comment on function reached_stock_cycle is 'cycles that were current on the day and had reached their threshold by then';
grant execute on function reached_stock_cycle to ${app_role};
