package io.huikuan.letter.domain;

import io.huikuan.kernel.text.Language;
import io.huikuan.letter.LetterStage;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What a letter says around its text, in one language.
 *
 * @param number before the letter's number
 * @param date before its date
 * @param page the footer's text around the page's number and the number of pages, in three pieces
 * @param further before the number of items that the table leaves out, and after it
 * @param stages what follows a letter, each to be read after “we will”
 */
public record LetterWords(
        String dateForm,
        String separator,
        String number,
        String date,
        String preview,
        String document,
        String reference,
        String issued,
        String due,
        String daysOverdue,
        String amount,
        String total,
        String ofWhichOverdue,
        List<String> further,
        String enclosed,
        String statement,
        List<String> page,
        String lawyer,
        Map<LetterStage, String> stages) {

    private static final LetterWords ENGLISH = new LetterWords(
            "d MMMM uuuu",
            "; ",
            "Our letter: ",
            "Date: ",
            "Preview, not sent",
            "Document",
            "Reference",
            "Issued",
            "Due",
            "Days overdue",
            "Amount",
            "Total",
            "of which overdue",
            List.of("Further items within the total: ", ""),
            "Enclosed: statement of account",
            "Statement of account",
            List.of("Page ", " of ", ""),
            "Lawyer and law firm, signature and seal:",
            stages(
                    "have to send you a formal notice that payment is overdue",
                    "have to send you a final notice",
                    "ask a lawyer to pursue the claim",
                    "ask a collection agency to pursue the claim",
                    "deliver on credit again only when the account has been settled"));

    private static final LetterWords CHINESE = new LetterWords(
            "uuuu年M月d日",
            "；",
            "编号：",
            "日期：",
            "预览件，未发出",
            "单据号",
            "参考号",
            "开单日",
            "到期日",
            "逾期天数",
            "金额",
            "合计",
            "其中已逾期",
            List.of("另有 ", " 笔已计入合计，未逐一列出。"),
            "附件：往来对账单",
            "往来对账单",
            List.of("第 ", " 页，共 ", " 页"),
            "律师及律师事务所（签字、盖章）：",
            stages("向贵司发出正式的逾期付款通知", "向贵司发出最后付款通知", "委托律师依法处理", "委托专业催收机构处理", "在账款结清之前暂停赊销供货"));

    public LetterWords {
        further = List.copyOf(further);
        page = List.copyOf(page);
        stages = Map.copyOf(stages);
    }

    /** The words of a language. */
    public static LetterWords of(Language language) {
        return language == Language.ZH_CN ? CHINESE : ENGLISH;
    }

    /** In the order of the stages. */
    private static Map<LetterStage, String> stages(String... words) {
        Map<LetterStage, String> stages = new EnumMap<>(LetterStage.class);
        Iterator<String> next = List.of(words).iterator();
        for (LetterStage stage : LetterStage.values()) {
            stages.put(stage, next.next());
        }
        return stages;
    }
}
