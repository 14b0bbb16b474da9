package org.chatnotes.library;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chatnotes.db.Database;
import org.chatnotes.events.Events;
import org.chatnotes.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The library: every link and file that notes ever pointed to, each once. */
public final class Library {
    private final Database database;
    private final ResourceStore store;
    private final Events events;
    private final Clock clock;

    public Library(Database database, Events events, Clock clock) {
        this.database = database;
        this.store = new ResourceStore(database);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a resource.
     *
     * @throws Problem invalid, with every wrong field; conflict, when its address is known already
     */
    public Resource create(ResourceDraft draft) {
        ResourceDraft checked = ResourceRules.check(draft);
        return database.write(() -> {
            refuseTwin(checked.url(), null);
            return insert(checked);
        });
    }

    /** The resource of the draft's address, changed to what the draft says; a new one when the address is new. */
    public Resource save(ResourceDraft draft) {
        ResourceDraft checked = ResourceRules.check(draft);
        return database.write(() ->
                byUrl(checked.url()).map(known -> update(known.id(), checked)).orElseGet(() -> insert(checked)));
    }

    /** The resource of the draft's address as it is known; a new one when the address is new. */
    public Resource take(ResourceDraft draft) {
        ResourceDraft checked = ResourceRules.check(draft);
        return database.write(() -> byUrl(checked.url()).orElseGet(() -> insert(checked)));
    }

    /** @throws Problem not found; invalid, with every wrong field; conflict, when another has the address */
    public Resource update(long id, ResourceDraft draft) {
        ResourceDraft checked = ResourceRules.check(draft);
        return database.write(() -> {
            require(id);
            if (checked.replacedBy() != null && checked.replacedBy() == id) {
                throw Problem.invalid("replaced_by", "A resource cannot take its own place. Choose another one.");
            }
            refuseTwin(checked.url(), id);
            store.update(id, checked, clock.instant());
            events.record("resource.updated", "resource:" + id);
            return require(id);
        });
    }

    public Optional<Resource> find(long id) {
        return store.find(id);
    }

    /** @throws Problem not found */
    public Resource require(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no resource " + id + " in the library."));
    }

    /** The resource of an address, however it is written; none for null or what is no web address. */
    public Optional<Resource> byUrl(@Nullable String url) {
        return Optional.ofNullable(url).flatMap(WebAddress::canonical).flatMap(store::byUrl);
    }

    /** Resources that have all the words in title, publisher, address, kind or codes; by title. */
    public List<Resource> search(String words, int limit) {
        return store.search(ResourceRules.words(words), limit);
    }

    /**
     * One page of the resources that have all the words (none: of all), newest first.
     *
     * @param before id of the last resource of the page before, or null
     */
    public List<Resource> list(String words, @Nullable Long before, int limit) {
        return store.page(ResourceRules.words(words), before == null ? Long.MAX_VALUE : before, limit);
    }

    /** How many resources have all the words. */
    public long count(String words) {
        return store.count(ResourceRules.words(words));
    }

    /** The resources of some ids, by id; unknown ones are left out. */
    public Map<Long, Resource> all(Collection<Long> ids) {
        return store.all(ids);
    }

    private Resource insert(ResourceDraft checked) {
        long id = store.insert(checked, clock.instant());
        events.record("resource.created", "resource:" + id);
        return require(id);
    }

    private void refuseTwin(@Nullable String url, @Nullable Long self) {
        byUrl(url).filter(known -> self == null || known.id() != self).ifPresent(known -> {
            throw Problem.conflict("This address is in the library already: “" + known.title() + "” (resource "
                    + known.id() + "). Use that one, or change it.");
        });
    }
}
