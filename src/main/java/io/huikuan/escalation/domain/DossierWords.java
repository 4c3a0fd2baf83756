package io.huikuan.escalation.domain;

import io.huikuan.kernel.text.Language;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a dossier in one language: of its page, its tables and columns, and the constants that stand in them. */
public final class DossierWords {

    private static final DossierWords ENGLISH = new DossierWords("""
            title=Collection dossier
            supplier=Creditor
            customer=Debtor
            legal_name=Registered name
            files=Each table is enclosed as a CSV file, the letters as they were sent in the folder letters; manifest.csv lists all files with their SHA-256.
            account=The account is enclosed as statement.csv.
            no_account=The account is not enclosed: it moved too often to be told as a whole. Export statements of shorter periods.
            utc=Moments are in UTC.
            open-items=Open items
            escalation=History of the escalation
            payment-plans=Payment plans
            amount=Amount
            """);

    private static final DossierWords CHINESE = new DossierWords("""
            title=催收档案
            supplier=债权人
            customer=债务人
            legal_name=工商登记名称
            case_number=案件编号
            stage=催收阶段
            as_of=截至日期
            files=各表均附 CSV 文件，历次函件按发送原样存于 letters 文件夹；manifest.csv 列明全部文件及其 SHA-256 校验值。
            account=账户明细见 statement.csv。
            no_account=账户往来过多，本档案未附账户明细，请另行按较短期间导出对账单。
            utc=时间均为协调世界时（UTC）。
            open-items=未结清单据
            escalation=催收升级经过
            measures=催收措施
            payment-plans=回款计划
            promises=付款承诺
            disputes=争议
            contacts=跟进记录
            contracts=合同
            concessions=政策支持
            number=编号
            kind=类别
            issue_date=开具日期
            due_date=到期日
            currency=币种
            amount=金额
            open=未付金额
            days_overdue=逾期天数
            disputed=争议金额
            promised_until=承诺期限
            happened_at=时间
            event=事项
            measure=措施
            person=人员
            letter=函件号
            note=说明
            status=状态
            details=内容
            why=事由
            in_force_from=生效日
            in_force_until=截止日
            proposed_by=提请人
            decided_by=审批人
            lifted_on=解除日
            lifted_because=解除原因
            effective_from=生效日
            ended_on=终止日
            given_on=承诺日
            promised_for=承诺付款日
            window_end=宽限截止日
            paid=已付金额
            receivable=单据编号
            raised_on=提出日期
            reason=原因
            description=客户陈述
            decided_on=处理日期
            accepted=认可金额
            answer=答复
            occurred_at=时间
            channel=方式
            direction=方向
            outcome=结果
            summary=内容
            feedback=客户答复
            next_action=后续事项
            next_action_on=后续日期
            recorded_by=记录人
            version=版本
            subject=标的
            form=形式
            seal=印章
            due=付款期限
            due_days=付款天数
            due_wording=期限原文
            late_fee_rate=年违约金率
            late_fee=违约金
            late_fee_currency=违约金币种
            method=付款方式
            signed_on=签订日期
            valid_from=有效期自
            valid_until=有效期至
            flaws=条款瑕疵
            asked_on=提出日期
            asked=客户要求
            granted_on=批准日期
            step=分步
            gives=给予内容
            worth=价值
            worth_currency=价值币种
            pay_by=付款截止日
            fulfilled_on=兑现日期
            REMINDER=付款提醒
            FIRM=逾期通知
            FINAL_NOTICE=最后通知
            LEGAL=法律途径
            AGENCY=委托催收
            OPENED=立案
            STAGE_PROPOSED=提请升级
            STAGE_REACHED=升级并发函
            STAGE_REJECTED=驳回升级
            MEASURE_PROPOSED=提请措施
            MEASURE_APPROVED=批准措施
            MEASURE_REJECTED=驳回措施
            MEASURE_LIFTED=解除措施
            MEASURE_LAPSED=措施失效
            MEASURE_KEPT=保留措施
            PARTICIPANTS_CHANGED=变更参与人
            VISIT_PLANNED=安排领导走访
            VISITED=领导走访
            LIFTED=解除
            THANKED=致谢并开具收款凭据
            REOPENED=恢复催收
            CLOSED=结案
            DOSSIER_EXPORTED=导出档案
            REDUCE_SUPPLY=限制供货
            STOP_SUPPLY=停止供货
            WITHDRAW_PRICE_TERMS=取消价格优惠
            WITHHOLD_REBATE=暂扣返利
            REDUCE_TERRITORY=缩小区域
            NAME_STANDBY_DISTRIBUTOR=指定备选经销商
            PROPOSED=待审批
            IN_FORCE=生效中
            REJECTED=已驳回
            REPLACED=已被替代
            LAPSED=已失效
            TO_DECIDE=待重新审批
            PAYMENT=已付清
            PLAN=已接受回款计划
            CREDIT=已冲减
            PERSON=人工决定
            INVOICE=发票
            DEBIT_NOTE=借项通知单
            FEE=费用
            OPENING_BALANCE=期初余额
            CONSIGNMENT=代销结算
            ACTIVE=执行中
            COMPLETED=已完成
            BROKEN=已违约
            CANCELLED=已取消
            SUPERSEDED=已被取代
            OPEN=未结
            KEPT=已兑现
            PARTIALLY_KEPT=部分兑现
            ACCEPTED=已认可
            WITHDRAWN=已撤回
            PRICE=价格
            QUANTITY=数量
            QUALITY=质量
            DELIVERY=交付
            RETURN=退货
            DUPLICATE=重复
            NOT_ORDERED=未订购
            INVOICE_DATA=票据信息
            REBATE=返利
            CONTRACT=合同条款
            OTHER=其他
            PHONE=电话
            VISIT=走访
            EMAIL=电子邮件
            WECHAT=微信
            SMS=短信
            LETTER=函件
            MEETING=会谈
            OUTBOUND=我方联系
            INBOUND=客户来联系
            REACHED=已沟通
            NO_ANSWER=无人应答
            WRONG_PERSON=非经办人
            PROMISED=承诺付款
            DISPUTED=提出争议
            REFUSED=拒绝付款
            HARDSHIP=资金困难
            PAID=称已付款
            INFORMED=已告知
            WRITTEN=书面
            ELECTRONIC=电子合同
            MESSAGES=往来信息
            ORAL=口头
            CONTRACT_SEAL=合同专用章
            COMPANY_SEAL=公章
            DEPARTMENT_SEAL=部门章
            PERSONAL=个人签名或私章
            NONE=无
            FIXED_DATE=固定日期
            DAYS_AFTER_DELIVERY=交货后若干天
            WHEN_SOLD=售出后付款
            AFTER_PERIOD=某期间之后
            ON_DEMAND=随时要求
            NOT_SAID=未约定
            BANK_TRANSFER=银行转账
            CASH=现金
            CHEQUE=支票
            BANK_ACCEPTANCE_DRAFT=银行承兑汇票
            CARD=银行卡
            ALIPAY=支付宝
            WECHAT_PAY=微信支付
            OFFSET=抵账
            ASKED=客户提出
            OFFERED=已报条件
            GRANTED=已批准
            DECLINED=未同意
            PRICE_SUPPORT=价格支持
            DISCOUNT=折扣
            FREE_GOODS=赠品
            EXTENDED_TERMS=延长账期
            MARKETING_SUPPORT=市场支持
            PROMOTION_STAFF=促销人员
            EXCHANGE_OF_GOODS=换货
            RETURN_OF_GOODS=退货
            """);

    private final Map<String, String> words;

    private DossierWords(String lines) {
        this.words = lines.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Those of the language. */
    public static DossierWords of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ZH_CN -> CHINESE;
        };
    }

    /** What stands for the key; one that has no word of its own reads as it is called: {@code due_date} as "Due date". */
    public String of(String key) {
        return words.getOrDefault(key, spelledOut(key));
    }

    private static String spelledOut(String key) {
        String text = key.replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
