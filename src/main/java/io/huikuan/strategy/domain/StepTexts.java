package io.huikuan.strategy.domain;

/** What to say on the telephone and on a visit, where a step has no words of its own: in the language of templates. */
public final class StepTexts {

    private StepTexts() {}

    /** For a call in Chinese. */
    public static final String CALL_ZH = """
            {{#contact.name}}{{contact.name}}，{{/contact.name}}您好，我是{{supplier.name}}{{#owner.name}}的{{owner.name}}{{/owner.name}}。
            {{#overdue}}贵公司到期未付的货款共{{overdue}}，最早一笔的到期日是{{oldest.due}}，已逾期{{days.overdue}}天。请问哪一天可以安排付款？先付多少？{{/overdue}}\
            {{^overdue}}贵公司有{{total}}货款尚未结清，最早一笔将于{{oldest.due}}到期。发票和对账单都收到了吗？付款是否已经排上？{{/overdue}}
            请记下：答应的金额和日期、由谁经办；对账有出入的，记下单据号和原因。""";

    /** For a call in English. */
    public static final String CALL_EN = """
            {{#contact.name}}{{contact.name}}, {{/contact.name}}this is {{#owner.name}}{{owner.name}} of {{/owner.name}}{{supplier.name}}.
            {{#overdue}}{{overdue}} of your account is past due; the oldest item was due on {{oldest.due}} (days overdue: {{days.overdue}}). On which day can you pay, and how much of it first?{{/overdue}}\
            {{^overdue}}{{total}} of your account is open, and the oldest item falls due on {{oldest.due}}. Have you received the invoices and the statement, and is the payment scheduled?{{/overdue}}
            Write down: the amount and the day promised and who sees to it; where figures differ, the document number and the reason.""";

    /** For a visit in Chinese. */
    public static final String VISIT_ZH = """
            拜访{{customer.name}}{{#contact.name}}，找{{contact.name}}{{/contact.name}}。带上对账单{{#items.count}}（共{{items.count}}笔未结）{{/items.count}}。
            {{#overdue}}到期未付{{overdue}}，最早一笔{{oldest.due}}到期，已逾期{{days.overdue}}天。{{/overdue}}{{^overdue}}未结清{{total}}，最早一笔{{oldest.due}}到期。{{/overdue}}
            先核对账目，看库存和动销，问清付款卡在哪一步、由谁决定；当面约定金额和日期，请对方签字确认对账单。""";

    /** For a visit in English. */
    public static final String VISIT_EN = """
            Visit {{customer.name}}{{#contact.name}} and ask for {{contact.name}}{{/contact.name}}. Take the statement of account with you{{#items.count}}: {{items.count}} items are open{{/items.count}}.
            {{#overdue}}{{overdue}} is past due; the oldest item was due on {{oldest.due}} (days overdue: {{days.overdue}}).{{/overdue}}{{^overdue}}{{total}} is open; the oldest item falls due on {{oldest.due}}.{{/overdue}}
            First agree on the figures, look at stock and sales, and find out where the payment is stuck and who decides. Agree on an amount and a day, and have the statement signed.""";
}
