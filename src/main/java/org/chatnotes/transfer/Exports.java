package org.chatnotes.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chatnotes.lists.Lists;
import org.chatnotes.lists.MailingList;
import org.chatnotes.lists.Subscription;
import org.chatnotes.lists.SubscriptionState;
import org.chatnotes.subscribers.AddressState;
import org.chatnotes.subscribers.Subscriber;
import org.chatnotes.subscribers.Subscribers;
import org.jspecify.annotations.Nullable;

/** Hands people out as files. */
public final class Exports {
    private static final int CHUNK = 1_000;
    private static final List<Column> COLUMNS = List.of(
            Column.EMAIL,
            Column.NAME,
            Column.SCHOOL,
            Column.COUNTRY,
            Column.REGION,
            Column.LANGUAGE,
            Column.FORMAT,
            Column.ZONE,
            Column.PROGRAMMES,
            Column.ROLES,
            Column.STATUS,
            Column.PAUSED_UNTIL);

    private final Subscribers subscribers;
    private final Lists lists;

    public Exports(Subscribers subscribers, Lists lists) {
        this.subscribers = subscribers;
        this.lists = lists;
    }

    /**
     * Writes everyone on a list as CSV (UTF-8, commas) that imports back without loss: also those who left or bounced,
     * with their status, so that they stay away elsewhere too. The stream stays open.
     *
     * @param list name or slug
     * @return how many people it wrote
     */
    public long write(String list, OutputStream out) {
        MailingList from = lists.require(list);
        List<String> fields = fields(from.id());
        List<Column> columns = columns();
        try {
            CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
            csv.writeRecord(titles(columns, fields));
            long written = 0;
            for (List<Subscription> chunk = lists.members(from.id(), 0, CHUNK);
                    !chunk.isEmpty();
                    chunk = lists.members(from.id(), last(chunk), CHUNK)) {
                written += write(csv, chunk, columns, fields);
            }
            csv.flush();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(CsvWriter csv, List<Subscription> chunk, List<Column> columns, List<String> fields) {
        Map<Long, Subscriber> people =
                subscribers.all(chunk.stream().map(Subscription::subscriberId).toList());
        long written = 0;
        for (Subscription subscription : chunk) {
            Subscriber person = people.get(subscription.subscriberId());
            if (person != null && person.state() != AddressState.ERASED) {
                csv.writeRecord(cells(person, subscription, columns, fields));
                written++;
            }
        }
        return written;
    }

    /** Without programmes and roles, no file speaks of them. */
    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(COLUMNS);
        if (lists.programmes().isEmpty()) {
            columns.remove(Column.PROGRAMMES);
        }
        if (lists.roles().isEmpty()) {
            columns.remove(Column.ROLES);
        }
        return columns;
    }

    private static List<String> titles(List<Column> columns, List<String> fields) {
        List<String> titles =
                new ArrayList<>(columns.stream().map(Column::header).toList());
        fields.forEach(field -> titles.add(Column.of(field) == null ? field : Header.FIELD_PREFIX + field));
        return titles;
    }

    private static List<String> cells(
            Subscriber person, Subscription subscription, List<Column> columns, List<String> fields) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(value(column, person, subscription))));
        fields.forEach(field -> cells.add(cell(person.fields().get(field))));
        return cells;
    }

    private static @Nullable Object value(Column column, Subscriber person, Subscription subscription) {
        return switch (column) {
            case EMAIL -> person.email();
            case NAME -> person.name();
            case SCHOOL -> person.school();
            case COUNTRY -> person.country();
            case REGION -> person.region();
            case LANGUAGE -> person.language();
            case FORMAT -> person.format().code();
            case ZONE -> person.zone();
            case PROGRAMMES -> String.join(" ", person.programmes());
            case ROLES -> String.join(" ", person.roles());
            case STATUS ->
                person.state() == AddressState.OK
                        ? subscription.state().code()
                        : person.state().code();
            case PAUSED_UNTIL -> subscription.state() == SubscriptionState.PAUSED ? subscription.pausedUntil() : null;
            case FIRST_NAME, LAST_NAME, IGNORED -> null;
        };
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : Cells.defuse(value.toString());
    }

    /** The fields that someone on the list has, by name. */
    private List<String> fields(long listId) {
        Set<String> names = new TreeSet<>();
        for (List<Subscription> chunk = lists.members(listId, 0, CHUNK);
                !chunk.isEmpty();
                chunk = lists.members(listId, last(chunk), CHUNK)) {
            subscribers
                    .all(chunk.stream().map(Subscription::subscriberId).toList())
                    .values()
                    .forEach(person -> names.addAll(person.fields().keySet()));
        }
        return List.copyOf(names);
    }

    private static long last(List<Subscription> chunk) {
        return chunk.get(chunk.size() - 1).subscriberId();
    }
}
