package io.huikuan.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.escalation.EscalationEventKind;
import io.huikuan.escalation.EscalationMeasureKind;
import io.huikuan.escalation.EscalationMeasureStatus;
import io.huikuan.escalation.EscalationStage;
import io.huikuan.escalation.data.DossierSheet;
import io.huikuan.kernel.text.Language;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DossierWordsTest {

    @Test
    void what_has_no_english_word_of_its_own_reads_as_it_is_called() {
        DossierWords words = DossierWords.of(Language.EN);

        assertThat(words.of("due_date")).isEqualTo("Due date");
        assertThat(words.of("FINAL_NOTICE")).isEqualTo("Final notice");
        assertThat(words.of("")).isEmpty();
    }

    @Test
    void every_table_column_and_constant_has_a_chinese_word() {
        DossierWords words = DossierWords.of(Language.ZH_CN);
        Stream<String> columns = Arrays.stream(DossierSheet.values())
                .flatMap(sheet -> Stream.concat(Stream.of(sheet.file()), sheet.columns().stream()));
        Stream<String> constants = Stream.of(
                        EscalationStage.values(),
                        EscalationMeasureKind.values(),
                        EscalationMeasureStatus.values(),
                        EscalationEventKind.values())
                .flatMap(Arrays::stream)
                .map(Enum::name);

        assertThat(Stream.concat(columns, constants))
                .allSatisfy(key -> assertThat(words.of(key))
                        .matches(word -> word.codePoints().anyMatch(Character::isIdeographic)));
    }
}
