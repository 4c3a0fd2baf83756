package io.huikuan.imports.domain;

import io.huikuan.imports.domain.Profile.Constant;
import io.huikuan.imports.domain.Profile.FromColumn;
import io.huikuan.imports.domain.Profile.Source;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns the records of a file into canonical rows: one cell for each canonical column, in its one form, null where it is blank or absent. */
public final class RowReader {

    private final Profile profile;
    private final List<Column> columns;
    private final Source[] sources;
    private final int[] places;
    private final int[] needed;

    private RowReader(Profile profile, Source[] sources, int[] places, int[] needed) {
        this.profile = profile;
        this.columns = profile.kind().columns();
        this.sources = sources;
        this.places = places;
        this.needed = needed;
    }

    /** A reader for files with this header; {@link Unreadable} when the header and the profile do not fit. */
    public static RowReader of(Profile profile, String[] header) {
        return new Fitting(profile, header).reader();
    }

    /** Matches a header with a profile, and gathers all that does not fit. */
    private static final class Fitting {

        private final Profile profile;
        private final List<Column> columns;
        private final Map<String, Integer> header = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final Set<String> twice = new HashSet<>();
        private final Set<String> used = new HashSet<>();
        private final List<Finding> findings = new ArrayList<>();

        Fitting(Profile profile, String[] header) {
            this.profile = profile;
            this.columns = profile.kind().columns();
            for (int i = 0; i < header.length; i++) {
                String name = key(header[i]);
                names.add(name);
                if (this.header.putIfAbsent(name, i) != null) {
                    twice.add(name);
                }
            }
        }

        RowReader reader() {
            Source[] sources = new Source[columns.size()];
            int[] places = new int[columns.size()];
            for (int i = 0; i < places.length; i++) {
                sources[i] = source(columns.get(i));
                places[i] = sources[i] instanceof FromColumn from ? place(from.header(), columns.get(i)) : -1;
                if (places[i] < 0 && !(sources[i] instanceof Constant)) {
                    sources[i] = null;
                }
            }
            int[] needed = profile.skipWhenBlank().stream()
                    .mapToInt(name -> place(name, null))
                    .toArray();
            if (profile.refusesOthers()) {
                refuseOthers();
            }
            if (!findings.isEmpty()) {
                throw new Unreadable(findings);
            }
            return new RowReader(profile, sources, places, needed);
        }

        private Source source(Column column) {
            return profile.sources().isEmpty()
                    ? new FromColumn(column.name(), "", Map.of(), java.util.Optional.empty())
                    : profile.sources().get(column.name());
        }

        private int place(String name, Column columnOrNull) {
            String key = key(name);
            used.add(key);
            if (twice.contains(key)) {
                add(name, ErrorCode.MALFORMED_FILE, "The header has this column twice.");
            }
            Integer place = header.get(key);
            boolean missed = columnOrNull == null
                    || columnOrNull.required()
                    || !profile.sources().isEmpty();
            if (place == null && missed) {
                add(name, ErrorCode.MISSING_COLUMN, "The header lacks this column.");
            }
            return place == null ? -1 : place;
        }

        private void refuseOthers() {
            for (String name : names) {
                if (!used.contains(name)) {
                    add(name, ErrorCode.UNKNOWN_COLUMN, "There is no such column here.");
                }
            }
        }

        private void add(String name, ErrorCode code, String message) {
            String shown = name.length() > 100 ? name.substring(0, 100) : name;
            findings.add(new Finding(1, shown, code, message));
        }

        /** Canonical names are read in any case; those of other systems as well. */
        private static String key(String name) {
            return name.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the file has the column, or a constant stands for it: one that it lacks leaves what is known as it is. */
    public boolean has(String column) {
        return sources[profile.kind().place(column)] != null;
    }

    /** Whether the record is one of those that the profile leaves out. */
    public boolean skips(String[] record) {
        for (int place : needed) {
            if (record[place].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The canonical row; what was refused is in the refusals, their paths being canonical columns. */
    public String[] read(String[] record, Refusals refusals) {
        String[] row = new String[sources.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = cell(i, record, refusals);
        }
        return row;
    }

    private String cell(int i, String[] record, Refusals refusals) {
        Column column = columns.get(i);
        String text = text(i, record);
        if (text.isEmpty()) {
            if (column.required()) {
                refusals.add(ErrorCode.REQUIRED, column.name(), "A value is needed.");
            }
            return null;
        }
        Formats formats =
                sources[i] instanceof FromColumn from && from.formats().isPresent()
                        ? from.formats().get()
                        : profile.formats();
        return column.cell()
                .read(column.name(), text, sources[i] instanceof Constant ? Formats.CANONICAL : formats, refusals);
    }

    private String text(int i, String[] record) {
        if (sources[i] instanceof Constant constant) {
            return constant.text();
        }
        if (!(sources[i] instanceof FromColumn from)) {
            return "";
        }
        String own = record[places[i]].strip();
        String text = from.words().getOrDefault(own, own);
        return text.isEmpty() ? text : from.prefix() + text;
    }
}
