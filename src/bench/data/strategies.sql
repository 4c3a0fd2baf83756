-- One strategy for all customers of the large tenant, on a copy of the generated database: a reminder before the oldest due date and four steps after it. Run by the owner of
-- the schema.
\set ON_ERROR_STOP on
\set QUIET on
select tenant_id as tenant from tenant where code = 'large' \gset
select time_ordered_id() as strategy \gset

insert into strategy (tenant_id, id, version, name, classes, created_at) values (:'tenant', :'strategy', 1, 'All customers', '{}', now());
insert into strategy_segment (tenant_id, class, region, strategy_id) values (:'tenant', '', '', :'strategy');
insert into strategy_version (tenant_id, strategy_id, number, status, quiet_days, drafted_at, activated_at)
values (:'tenant', :'strategy', 1, 'ACTIVE', 3, now(), now());
insert into strategy_step (tenant_id, strategy_id, number, position, day, business_days, channel, letter_kind, with_statement, text_zh, text_en, assignee,
    classes, minimum_currencies, minimum_amounts, repeat_days, sooner_days, fewest_days)
values
    (:'tenant', :'strategy', 1, 1, -3, false, 'EMAIL', 'PAYMENT_REMINDER', false, null, null, null, '{}', '{}', '{}', null, null, null),
    (:'tenant', :'strategy', 1, 2, 1, true, 'PHONE_TASK', null, false, '请核对付款安排。', 'Ask for the pay run.', 'OWNER', '{}', '{}', '{}', null, null, null),
    (:'tenant', :'strategy', 1, 3, 10, false, 'EMAIL', 'OVERDUE_NOTICE', true, null, null, null, '{}', '{}', '{}', null, null, null),
    (:'tenant', :'strategy', 1, 4, 15, true, 'VISIT_TASK', null, false, '约见负责人。', 'See the one who decides.', 'OWNER', '{}', '{CNY}', '{1000}', null, null, null),
    (:'tenant', :'strategy', 1, 5, 40, false, 'PHONE_TASK', null, false, '请核对付款安排。', 'Ask for the pay run.', 'OWNER', '{}', '{}', '{}', 14, 2, 5);
analyze strategy, strategy_segment, strategy_version, strategy_step;
