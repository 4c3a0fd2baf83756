package io.huikuan.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final Formats GERMAN = new Formats(DateTimeFormatter.ISO_LOCAL_DATE, ',', Optional.of('.'));
    private static final Formats ENGLISH = new Formats(DateTimeFormatter.ISO_LOCAL_DATE, '.', Optional.of(','));
    private static final Formats SPACED = new Formats(DateTimeFormatter.ISO_LOCAL_DATE, ',', Optional.of(' '));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234,50|1234.50", "1234,5|1234.5", "-1.000.000|-1000000", "99,90-|-99.90", "0|0", "999|999"})
    void groups_and_decimals_are_read_as_agreed(String text, String number) {
        assertThat(GERMAN.number(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1.23,4",
                "12.34.567",
                "1,2,3",
                "1e3",
                "",
                "-",
                "1 000",
                "--1",
                "+1",
                "１２",
                "1234567890123456"
            })
    void what_is_written_otherwise_is_no_number(String text) {
        assertThat(GERMAN.number(text)).isEmpty();
    }

    @Test
    void other_signs_are_possible() {
        assertThat(ENGLISH.number("1,234.5")).contains("1234.5");
        assertThat(ENGLISH.number("1.234,5")).isEmpty();
        assertThat(SPACED.number("1 234,5")).contains("1234.5");
        assertThat(SPACED.number("1\u00a0234,5")).contains("1234.5");
        assertThat(Formats.CANONICAL.number("1,234.5")).isEmpty();
        assertThat(Formats.CANONICAL.number("1234.500001")).contains("1234.500001");
        assertThat(Formats.CANONICAL.number("1234.5000001")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "M/d/yyyy,1/2/2013",
        "dd.MM.yyyy,02.01.2013",
        "yyyyMMdd,20130102",
        "yyyy年M月d日,2013年1月2日",
        "d-MMM-yy,2-Jan-13"
    })
    void dates_are_read_by_their_pattern(String pattern, String text) {
        Formats formats = new Formats(Formats.dates(pattern).orElseThrow(), '.', Optional.empty());
        assertThat(formats.date(text)).contains(LocalDate.of(2013, 1, 2));
    }

    @Test
    void a_day_that_does_not_exist_is_no_date() {
        Formats formats = new Formats(Formats.dates("M/d/yyyy").orElseThrow(), '.', Optional.empty());
        assertThat(formats.date("2/28/2023")).isPresent();
        assertThat(formats.date("2/29/2023")).isEmpty();
        assertThat(formats.date("13/1/2023")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM-yyyy", "HH:mm", "", "YYYY-ww", "{", "dd.MM"})
    void a_pattern_without_a_whole_date_is_none(String pattern) {
        assertThat(Formats.dates(pattern)).isEmpty();
    }
}
