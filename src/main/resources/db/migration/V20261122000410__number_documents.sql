-- Numbers that the service gives to documents itself: one row a series, so that no number is given twice and none is left out.
create table number_series (
    tenant_id uuid not null,
    series text not null,
    last bigint not null check (last > 0),
    primary key (tenant_id, series),
    foreign key (tenant_id) references tenant
);
comment on column number_series.last is 'the newest number that was given';
call confine('number_series', 'select, insert, update (last)');
