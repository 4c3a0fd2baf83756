package io.huikuan.escalation.data;

import java.util.List;

/**
 * A table of a dossier: the file that it becomes, its columns, and the SQL that gives them as texts for the customer {@code :customer} as of {@code :today}, with the
 * latest first where time orders them. Moments are in UTC. The columns' names are stable: an agency's system may read them.
 */
@SuppressWarnings("ImmutableEnumChecker") // its columns are an unmodifiable list
public enum DossierSheet {
    OPEN_ITEMS(
            "open-items",
            List.of(
                    "number",
                    "kind",
                    "issue_date",
                    "due_date",
                    "currency",
                    "amount",
                    "open",
                    "days_overdue",
                    "disputed",
                    "promised_until"),
            """
            select r.number, r.kind, r.issue_date, o.due_date, o.currency, r.amount, sum(o.open) as open,
                greatest(cast(:today as date) - o.due_date, 0) as days_overdue, coalesce(sum(d.disputed), 0) as disputed,
                (select max(h.held_through) from promised_item(:tenant, cast(:today as date)) h where h.receivable_id = r.id) as promised_until
            from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
            join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id
            left join disputed_share(:tenant, cast(:today as date), 'SCHEDULE') d
                on d.customer_id = o.customer_id and d.receivable_id = o.receivable_id and d.share_id = o.share_id
            where o.customer_id = :customer
            group by r.id, r.number, r.kind, r.issue_date, o.due_date, o.currency, r.amount
            order by o.due_date, r.number"""),
    ESCALATION(
            "escalation",
            List.of("case_number", "happened_at", "event", "stage", "measure", "person", "letter", "note"),
            """
            select e.number as case_number, to_char(v.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as happened_at, v.kind as event, v.stage,
                v.measure_kind as measure, u.name as person, l.sequence as letter, v.note
            from escalation_event v
            join escalation e on e.tenant_id = :tenant and e.id = v.escalation_id
            left join app_user u on u.tenant_id = :tenant and u.id = v.happened_by
            left join letter l on l.tenant_id = :tenant and l.id = v.letter_id
            where v.tenant_id = :tenant and v.customer_id = :customer
            order by v.happened_at, v.id"""),
    MEASURES(
            "measures",
            List.of(
                    "case_number",
                    "measure",
                    "status",
                    "details",
                    "why",
                    "in_force_from",
                    "in_force_until",
                    "proposed_by",
                    "decided_by",
                    "lifted_on",
                    "lifted_because"),
            """
            select e.number as case_number, m.kind as measure, m.status, m.details, m.reason as why, m.in_force_from, m.until_date as in_force_until, p.name as proposed_by,
                d.name as decided_by, m.lifted_on, m.lifted_because
            from escalation_measure m
            join escalation e on e.tenant_id = :tenant and e.id = m.escalation_id
            left join app_user p on p.tenant_id = :tenant and p.id = m.proposed_by
            left join app_user d on d.tenant_id = :tenant and d.id = m.decided_by
            where m.tenant_id = :tenant and m.customer_id = :customer
            order by m.proposed_at, m.id"""),
    PLANS(
            "payment-plans",
            List.of("number", "status", "effective_from", "ended_on", "currency", "due_date", "amount"),
            """
            select p.number, p.status, p.effective_from, p.ended_on, p.currency, i.due_date, i.amount
            from payment_plan p
            join schedule s on s.tenant_id = :tenant and s.plan_id = p.id
            join installment i on i.tenant_id = :tenant and i.schedule_id = s.id
            where p.tenant_id = :tenant and p.customer_id = :customer
            order by p.created_at, p.id, i.sequence"""),
    PROMISES(
            "promises",
            List.of("given_on", "promised_for", "window_end", "currency", "amount", "paid", "status", "person", "note"),
            """
            select p.given_on, p.promised_for, p.window_end, p.currency, p.amount, s.paid, p.status, c.name as person, p.note
            from promise p
            cross join lateral (select st.paid from promise_standing(:tenant, cast(:today as date)) st where st.promise_id = p.id) s
            left join contact_person c on c.tenant_id = :tenant and c.id = p.promised_by
            where p.tenant_id = :tenant and p.customer_id = :customer
            order by p.recorded_at, p.id"""),
    DISPUTES(
            "disputes",
            List.of(
                    "number",
                    "receivable",
                    "raised_on",
                    "currency",
                    "amount",
                    "reason",
                    "description",
                    "status",
                    "decided_on",
                    "accepted",
                    "answer"),
            """
            select d.number, r.number as receivable, d.raised_on, d.currency, d.amount, d.reason, d.description, d.status, d.decided_on, d.accepted, d.answer
            from dispute d
            join receivable r on r.tenant_id = :tenant and r.id = d.receivable_id
            where d.tenant_id = :tenant and d.customer_id = :customer
            order by d.raised_at, d.id"""),
    CONTACTS(
            "contacts",
            List.of(
                    "occurred_at",
                    "channel",
                    "direction",
                    "outcome",
                    "person",
                    "summary",
                    "feedback",
                    "next_action",
                    "next_action_on",
                    "recorded_by"),
            """
            select to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as occurred_at, r.channel, r.direction, r.outcome, p.name as person,
                r.summary, r.feedback, r.next_action, r.next_action_on, u.name as recorded_by
            from contact_record r
            left join contact_person p on p.tenant_id = :tenant and p.id = r.contact_person_id
            left join app_user u on u.tenant_id = :tenant and u.id = r.recorded_by
            where r.tenant_id = :tenant and r.customer_id = :customer
            order by r.occurred_at, r.id"""),
    CONTRACTS(
            "contracts",
            List.of(
                    "number",
                    "version",
                    "subject",
                    "form",
                    "seal",
                    "due",
                    "due_date",
                    "due_days",
                    "due_wording",
                    "late_fee_rate",
                    "late_fee",
                    "late_fee_currency",
                    "method",
                    "amount",
                    "currency",
                    "signed_on",
                    "valid_from",
                    "valid_until",
                    "flaws"),
            """
            select c.number, v.version, v.title as subject, v.form, v.seal, v.due, v.due_date, v.due_days, v.due_wording, v.late_fee_rate, v.late_fee_amount as late_fee,
                v.late_fee_currency, v.method, v.amount, v.currency, v.signed_on, v.valid_from, v.valid_until, array_to_string(v.flaws, ' ') as flaws
            from contract c
            join contract_version v on v.tenant_id = :tenant and v.contract_id = c.id
            where c.tenant_id = :tenant and c.customer_id = :customer
            order by c.created_at, c.id, v.version"""),
    CONCESSIONS(
            "concessions",
            List.of(
                    "asked_on",
                    "status",
                    "kind",
                    "asked",
                    "granted_on",
                    "step",
                    "gives",
                    "worth",
                    "worth_currency",
                    "currency",
                    "amount",
                    "pay_by",
                    "fulfilled_on"),
            """
            select c.asked_on, c.status, coalesce(s.kind, c.kind) as kind, c.asked, c.granted_on, s.step, s.gives, coalesce(s.worth, c.worth) as worth,
                coalesce(s.worth_currency, c.worth_currency) as worth_currency, c.currency, s.amount, s.pay_by, s.fulfilled_on
            from concession c
            left join concession_step s on s.tenant_id = :tenant and s.concession_id = c.id
            where c.tenant_id = :tenant and c.customer_id = :customer
            order by c.recorded_at, c.id, s.step""");

    private final String file;
    private final List<String> columns;
    private final String sql;

    DossierSheet(String file, List<String> columns, String sql) {
        this.file = file;
        this.columns = columns;
        this.sql = sql;
    }

    /** The name of its file without an ending. */
    public String file() {
        return file;
    }

    /** The names of its columns. */
    public List<String> columns() {
        return columns;
    }

    String sql() {
        return sql;
    }
}
