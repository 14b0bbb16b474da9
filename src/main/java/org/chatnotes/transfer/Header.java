package org.chatnotes.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.SearchText;
import org.jspecify.annotations.Nullable;

/** The header row of a file: which cell holds what. */
final class Header {
    /** A header of this beginning makes a field, also of a name that a column has: what an export writes for such. */
    static final String FIELD_PREFIX = "field:";

    /** @param field name of the field, when the column is none of ours */
    record Place(@Nullable Column column, String field) {}

    private final List<String> titles;
    private final List<Place> places;
    private final int email;

    private Header(List<String> titles, List<Place> places, int email) {
        this.titles = titles;
        this.places = places;
        this.email = email;
    }

    /**
     * @param unused columns that this installation has no use for: they make fields
     * @throws Problem invalid, saying what is wrong with the row
     */
    static Header read(List<String> titles, Set<Column> unused) {
        List<Place> places = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int email = -1;
        for (int at = 0; at < titles.size(); at++) {
            Place place = place(Cells.restore(titles.get(at).strip()), unused);
            String key = place.column() == null
                    ? "field " + place.field()
                    : place.column().name();
            if (place.column() != Column.IGNORED && !key.equals("field ") && !taken.add(key)) {
                throw Problem.invalid("The header names the column “"
                        + titles.get(at).strip() + "” twice. Give each column a name of its own.");
            }
            email = place.column() == Column.EMAIL ? at : email;
            places.add(place);
        }
        if (email < 0) {
            throw Problem.invalid("The first row must name the columns, one of them “email”. It reads: "
                    + shortened(String.join(", ", titles)));
        }
        return new Header(List.copyOf(titles), places, email);
    }

    List<String> titles() {
        return titles;
    }

    /** What the cell at a place holds. */
    Place place(int at) {
        return places.get(at);
    }

    int size() {
        return places.size();
    }

    /** Whether cells are a record by themselves: as many as the header's, with an address where it belongs. */
    boolean whole(List<String> cells) {
        return cells.size() == places.size() && EmailAddress.valid(Cells.restore(cells.get(email)));
    }

    private static Place place(String title, Set<Column> unused) {
        boolean field = SearchText.fold(title).startsWith(FIELD_PREFIX);
        String name = key(field ? title.substring(FIELD_PREFIX.length()) : title);
        Column column = field ? null : Column.of(name);
        return column == null || unused.contains(column) ? new Place(null, name) : new Place(column, "");
    }

    /** A title as a field's name: {@code Numéro d’école} becomes {@code numero_d_ecole}. */
    private static String key(String title) {
        String key = SearchText.fold(title).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String named = !key.isEmpty() && Character.isDigit(key.charAt(0)) ? "field_" + key : key;
        return named.length() > 40 ? named.substring(0, 40) : named;
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
