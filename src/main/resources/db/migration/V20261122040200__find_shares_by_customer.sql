-- What a customer has paid already is listed too: the index of open shares does not find it.
create index share_customer on share (tenant_id, customer_id, due_date);
