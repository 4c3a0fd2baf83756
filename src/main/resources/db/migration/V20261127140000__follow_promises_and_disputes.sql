-- Phones keep what was promised and what is refused.
alter table change
    drop constraint change_kind_check,
    add constraint change_kind_check
        check (kind in ('cus', 'per', 'rcv', 'pln', 'pay', 'ann', 'prm', 'dsp', 'sth', 'alr', 'con', 'scope', 'usr')) not valid;

call follow('promise', 'prm');
call follow('dispute', 'dsp');
