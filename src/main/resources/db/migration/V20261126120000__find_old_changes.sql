-- What is old enough to be forgotten was looked for by reading every change of the tenant, once an hour. Changes are written as time goes on: the moments of a run of pages
-- tell whether it can hold an old one, and next to nothing is added to each write.
create index change_noted on change using brin (tenant_id, noted_at) with (pages_per_range = 32, autosummarize = on);
