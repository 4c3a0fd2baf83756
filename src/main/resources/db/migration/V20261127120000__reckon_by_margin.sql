-- What a loss costs in sales: loss divided by the margin.
alter table tenant_settings add gross_margin numeric check (gross_margin > 0 and gross_margin <= 1);
comment on column tenant_settings.gross_margin is 'what of a sale is left after the cost of the goods, as a fraction; null: not said';
