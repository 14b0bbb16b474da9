package org.chatnotes.transfer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.problem.Problem;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a record into what they say about a person, or into the reason why they cannot be taken. */
final class RowReader {
    private static final int MAX_PAUSE_YEARS = 2;
    private static final char UNREADABLE = '\ufffd';

    private final Header header;
    private final Terms programmes;
    private final Terms roles;
    private final Subscribers subscribers;
    private final LocalDate today;

    RowReader(Header header, Terms programmes, Terms roles, Subscribers subscribers, LocalDate today) {
        this.header = header;
        this.programmes = programmes;
        this.roles = roles;
        this.subscribers = subscribers;
        this.today = today;
    }

    /** @throws Problem invalid, with the reason in a sentence */
    PersonRow read(List<String> cells) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        Map<String, String> fields = new TreeMap<>();
        for (int at = 0; at < cells.size(); at++) {
            String value = value(cells.get(at), at);
            if (!value.isEmpty()) {
                put(at, value, values, fields);
            }
        }
        FileStatus status = FileStatus.of(values.getOrDefault(Column.STATUS, ""));
        LocalDate until = status == FileStatus.PAUSED ? until(values.get(Column.PAUSED_UNTIL)) : null;
        boolean over = status == FileStatus.PAUSED && (until == null || !until.isAfter(today));
        PersonRow row = new PersonRow(
                EmailAddress.parse(values.getOrDefault(Column.EMAIL, "")),
                name(values, fields),
                values.get(Column.SCHOOL),
                values.get(Column.COUNTRY),
                values.get(Column.REGION),
                language(values.get(Column.LANGUAGE)),
                format(values.get(Column.FORMAT)),
                values.get(Column.ZONE),
                codes(programmes, values.get(Column.PROGRAMMES)),
                codes(roles, values.get(Column.ROLES)),
                fields,
                over ? FileStatus.ACTIVE : status,
                over ? null : until);
        subscribers.check(row.fresh());
        return row;
    }

    private String value(String cell, int at) {
        if (cell.indexOf(UNREADABLE) >= 0) {
            throw Problem.invalid("There are characters here that are not UTF-8. Save the file as CSV UTF-8.");
        }
        if (at >= header.size() && !cell.isBlank()) {
            throw Problem.invalid("This row has more cells than the header; a comma in a cell needs quotation marks.");
        }
        return at >= header.size() ? "" : Cells.restore(cell.strip());
    }

    private void put(int at, String value, Map<Column, String> values, Map<String, String> fields) {
        Header.Place place = header.place(at);
        if (place.column() != null) {
            values.put(place.column(), value);
        } else if (!place.field().isEmpty()) {
            // a field may run over lines in a spreadsheet; in a mail it is one
            fields.put(place.field(), value.replaceAll("\\s*\\R\\s*", " "));
        }
    }

    /** A name, or one made of first and last; the first is also a field, which greetings use. */
    private static @Nullable String name(Map<Column, String> values, Map<String, String> fields) {
        String first = values.get(Column.FIRST_NAME);
        String last = values.get(Column.LAST_NAME);
        if (first != null) {
            fields.put("first_name", first);
        }
        if (last != null) {
            fields.put("last_name", last);
        }
        String whole = values.get(Column.NAME);
        if (whole != null || first == null) {
            return whole != null ? whole : last;
        }
        return last == null ? first : first + " " + last;
    }

    private static Set<String> codes(Terms terms, @Nullable String cell) {
        return cell == null ? Set.of() : terms.read(cell);
    }

    private static @Nullable String language(@Nullable String cell) {
        return cell == null ? null : Languages.tag(cell);
    }

    private static @Nullable Format format(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "html" -> Format.HTML;
            case "text", "txt", "plain", "plain text", "text only" -> Format.TEXT;
            default -> throw Problem.invalid("format", "The format is html or text, not “" + cell + "”.");
        };
    }

    private LocalDate until(@Nullable String cell) {
        try {
            LocalDate until = LocalDate.parse(cell == null ? "" : cell);
            if (until.isAfter(today.plusYears(MAX_PAUSE_YEARS))) {
                throw Problem.invalid("paused_until", "A pause ends within two years; “" + cell + "” is later.");
            }
            return until;
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    "paused_until", "Someone paused needs the day it ends in paused_until, as 2025-04-13.");
        }
    }
}
