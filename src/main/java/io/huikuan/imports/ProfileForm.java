package io.huikuan.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.huikuan.imports.domain.Charsets;
import io.huikuan.imports.domain.Column;
import io.huikuan.imports.domain.Formats;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.imports.domain.Profile;
import io.huikuan.imports.domain.Profile.Constant;
import io.huikuan.imports.domain.Profile.FromColumn;
import io.huikuan.imports.domain.Profile.Source;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON form of a profile, and says all that is wrong with it. */
final class ProfileForm {

    private static final Set<String> PROPERTIES = Set.of(
            "kind",
            "charset",
            "delimiter",
            "dateFormat",
            "decimalSeparator",
            "groupingSeparator",
            "columns",
            "otherColumns",
            "skipWhenBlank");
    private static final Set<String> SOURCE_PROPERTIES =
            Set.of("column", "constant", "prefix", "words", "dateFormat", "decimalSeparator", "groupingSeparator");
    private static final String DELIMITERS = ",;\t|";
    private static final int LONGEST = 200;

    private final JsonNode form;
    private final Refusals refusals = new Refusals();

    private ProfileForm(JsonNode form) {
        this.form = form;
    }

    /** The profile that the form describes. */
    static Outcome<Profile> read(JsonNode form) {
        return new ProfileForm(form).profile();
    }

    private Outcome<Profile> profile() {
        if (form == null || !form.isObject()) {
            return Outcome.refused(ErrorCode.BAD_REQUEST, "", "A profile is a JSON object.");
        }
        refuseOthers(form, PROPERTIES, "");
        Optional<ImportKind> kind = text(form, "kind", "kind").flatMap(ImportKind::named);
        if (kind.isEmpty()) {
            refusals.add(
                    ErrorCode.INVALID_VALUE,
                    "kind",
                    "It must be customers, contact-persons, receivables, payments, deliveries or sell-out.");
            return refusals.outcome();
        }
        Formats formats = formats(form, "", Formats.CANONICAL);
        Profile profile = new Profile(
                kind.get(),
                charset(),
                delimiter(),
                formats,
                sources(kind.get(), formats),
                refusesOtherColumns(),
                skipWhenBlank());
        return refusals.any() ? refusals.outcome() : Outcome.done(profile);
    }

    private void refuseOthers(JsonNode object, Set<String> known, String path) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refusals.add(ErrorCode.BAD_INPUT, path + shortened(name), "There is no such property.");
            }
        });
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) : name;
    }

    /** The text of a property; empty when it is absent or null. */
    private Optional<String> text(JsonNode object, String name, String path) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            refusals.add(ErrorCode.BAD_INPUT, path, "It must be a text of at most " + LONGEST + " characters.");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    private Charset charset() {
        Optional<String> name = text(form, "charset", "charset");
        Optional<Charset> charset = name.flatMap(Charsets::named);
        if (name.isPresent() && charset.isEmpty()) {
            refusals.add(ErrorCode.INVALID_VALUE, "charset", "It must be one of " + Charsets.names() + ".");
        }
        return charset.orElse(StandardCharsets.UTF_8);
    }

    private char delimiter() {
        String delimiter = text(form, "delimiter", "delimiter").orElse(",");
        if (delimiter.length() != 1 || DELIMITERS.indexOf(delimiter.charAt(0)) < 0) {
            refusals.add(ErrorCode.INVALID_VALUE, "delimiter", "It must be a comma, a semicolon, a tab or a bar.");
            return ',';
        }
        return delimiter.charAt(0);
    }

    private Formats formats(JsonNode object, String path, Formats otherwise) {
        DateTimeFormatter dates = text(object, "dateFormat", path + "dateFormat")
                .map(pattern -> dates(pattern, path + "dateFormat"))
                .orElse(otherwise.dates());
        char decimal = text(object, "decimalSeparator", path + "decimalSeparator")
                .map(sign -> sign(sign, ".,", path + "decimalSeparator"))
                .orElse(otherwise.decimal());
        Optional<Character> grouping = text(object, "groupingSeparator", path + "groupingSeparator")
                .map(sign -> sign(sign, ".,' \u00a0", path + "groupingSeparator"))
                .or(otherwise::grouping);
        refusals.unless(
                grouping.isEmpty() || grouping.get() != decimal,
                ErrorCode.INVALID_VALUE,
                path + "groupingSeparator",
                "Groups and decimals need different signs.");
        return new Formats(dates, decimal, grouping);
    }

    private DateTimeFormatter dates(String pattern, String path) {
        Optional<DateTimeFormatter> format = Formats.dates(pattern);
        if (format.isEmpty()) {
            refusals.add(
                    ErrorCode.INVALID_VALUE,
                    path,
                    "It must be a pattern with year, month and day, for example dd.MM.yyyy or M/d/yyyy.");
        }
        return format.orElse(Formats.CANONICAL.dates());
    }

    private char sign(String sign, String allowed, String path) {
        if (sign.length() != 1 || allowed.indexOf(sign.charAt(0)) < 0) {
            refusals.add(ErrorCode.INVALID_VALUE, path, "It must be one sign, such as a point or a comma.");
            return '\0';
        }
        return sign.charAt(0);
    }

    private boolean refusesOtherColumns() {
        Optional<String> word = text(form, "otherColumns", "otherColumns");
        refusals.unless(
                word.isEmpty() || Set.of("IGNORE", "REFUSE").contains(word.get()),
                ErrorCode.INVALID_VALUE,
                "otherColumns",
                "It must be IGNORE or REFUSE.");
        return word.map("REFUSE"::equals).orElse(!form.has("columns"));
    }

    private List<String> skipWhenBlank() {
        JsonNode names = form.get("skipWhenBlank");
        List<String> columns = new ArrayList<>();
        if (names == null || names.isNull()) {
            return columns;
        }
        boolean valid = names.isArray() && names.size() <= 20;
        if (valid) {
            for (JsonNode name : names) {
                valid &= name.isTextual()
                        && !name.textValue().isBlank()
                        && name.textValue().length() <= LONGEST;
                columns.add(name.asText());
            }
        }
        refusals.unless(
                valid, ErrorCode.BAD_INPUT, "skipWhenBlank", "It must be a list of at most 20 names of columns.");
        return columns;
    }

    private Map<String, Source> sources(ImportKind kind, Formats formats) {
        JsonNode columns = form.get("columns");
        Map<String, Source> sources = new HashMap<>();
        if (columns == null || columns.isNull()) {
            return sources;
        }
        if (!columns.isObject() || columns.isEmpty()) {
            refusals.add(
                    ErrorCode.BAD_INPUT, "columns", "It must be an object with a source for each canonical column.");
            return sources;
        }
        columns.properties()
                .forEach(field -> source(kind, formats, field.getKey(), field.getValue())
                        .ifPresent(source -> sources.put(field.getKey(), source)));
        for (Column column : kind.columns()) {
            refusals.unless(
                    !column.required() || columns.has(column.name()),
                    ErrorCode.MISSING_COLUMN,
                    "columns." + column.name(),
                    "This column needs a source.");
        }
        return sources;
    }

    private Optional<Source> source(ImportKind kind, Formats formats, String name, JsonNode value) {
        String path = "columns." + shortened(name);
        Optional<Column> column = kind.columns().stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (column.isEmpty()) {
            refusals.add(ErrorCode.UNKNOWN_COLUMN, path, "There is no such canonical column of " + kind.path() + ".");
            return Optional.empty();
        }
        if (value.isTextual()) {
            return Optional.of(new FromColumn(header(value.textValue(), path), "", Map.of(), Optional.empty()));
        }
        if (!value.isObject() || value.has("column") == value.has("constant")) {
            refusals.add(ErrorCode.EXACTLY_ONE, path, "Give either a column or a constant.");
            return Optional.empty();
        }
        refuseOthers(value, SOURCE_PROPERTIES, path + ".");
        return Optional.of(
                value.has("constant") ? constant(column.get(), value, path) : fromColumn(formats, value, path));
    }

    private String header(String name, String path) {
        refusals.unless(
                !name.isBlank() && name.length() <= LONGEST,
                ErrorCode.BAD_INPUT,
                path,
                "The name of a column is 1 to " + LONGEST + " characters.");
        return name;
    }

    private Constant constant(Column column, JsonNode value, String path) {
        String text = text(value, "constant", path + ".constant").orElse("").strip();
        Refusals ofCell = new Refusals();
        String read = text.isEmpty() ? null : column.cell().read(column.name(), text, Formats.CANONICAL, ofCell);
        if (read == null) {
            refusals.add(
                    ErrorCode.INVALID_VALUE,
                    path + ".constant",
                    ofCell.any() ? ofCell.errors().get(0).message() : "A constant is not blank.");
        }
        return new Constant(text);
    }

    private FromColumn fromColumn(Formats formats, JsonNode value, String path) {
        boolean own = value.has("dateFormat") || value.has("decimalSeparator") || value.has("groupingSeparator");
        return new FromColumn(
                header(text(value, "column", path + ".column").orElse(""), path + ".column"),
                text(value, "prefix", path + ".prefix").orElse(""),
                words(value.get("words"), path + ".words"),
                own ? Optional.of(formats(value, path + ".", formats)) : Optional.empty());
    }

    private Map<String, String> words(JsonNode words, String path) {
        Map<String, String> known = new HashMap<>();
        if (words == null || words.isNull()) {
            return known;
        }
        if (!words.isObject() || words.size() > 1000) {
            refusals.add(ErrorCode.BAD_INPUT, path, "It must be an object of at most 1000 words.");
            return known;
        }
        words.properties().forEach(word -> {
            refusals.unless(word.getValue().isTextual(), ErrorCode.BAD_INPUT, path, "Each word stands for a text.");
            known.put(word.getKey().strip(), word.getValue().asText().strip());
        });
        return known;
    }
}
