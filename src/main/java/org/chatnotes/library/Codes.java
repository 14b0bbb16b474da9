package org.chatnotes.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chatnotes.db.Database;
import org.chatnotes.db.Json;

/**
 * The frameworks of codes of an installation: what each code is called, and how codes are recognised in a text. The
 * grammar comes with the framework; an installation without frameworks finds no codes.
 */
public final class Codes {
    /** Frameworks that come with the program, files in {@code frameworks/}. */
    private static final List<String> SHIPPED = List.of("ib-psp-2020");

    private final Database database;
    private final CodeStore store;
    private final Clock clock;
    private volatile Recogniser recogniser = new Recogniser("", List.of());

    public Codes(Database database, Clock clock) {
        this.database = database;
        this.store = new CodeStore(database);
        this.clock = clock;
    }

    /**
     * Brings in a framework that comes with the program; again, to bring in its newer form.
     *
     * @param framework name of a file in {@code frameworks/}, without its ending
     * @throws IllegalArgumentException when there is no such file
     */
    public void install(String framework) {
        install(shipped(framework));
    }

    /**
     * Where no framework is known yet: brings in the one that comes with the program and whose codes a text writes out,
     * such as {@code 0201-02}. Names alone, such as "Culture 2", do not count.
     *
     * @return the framework's title, when one was brought in
     */
    public Optional<String> adopt(String text) {
        if (!store.grammars().isEmpty()) {
            return Optional.empty();
        }
        for (String name : SHIPPED) {
            Framework framework = shipped(name);
            Recogniser trial = new Recogniser("", List.of(framework.grammar()));
            boolean written = trial.recognise(text).stream()
                    .anyMatch(found -> found.known()
                            && text.substring(found.start(), found.end()).equals(found.code()));
            if (written) {
                install(framework);
                return Optional.of(framework.title());
            }
        }
        return Optional.empty();
    }

    private static Framework shipped(String name) {
        String path = "/frameworks/" + name + ".json";
        try (InputStream in = Codes.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No file " + path);
            }
            return Json.mapper().readValue(in, Framework.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void install(Framework framework) {
        database.write(() -> store.replace(framework, clock.instant()));
    }

    /**
     * The codes that a text names, by number or by name, in the order in which they appear; a code that appears twice
     * is found twice.
     */
    public List<FoundCode> recognise(String text) {
        return current().recognise(text);
    }

    /** As {@link #recognise}, for many texts in a row: what is installed meanwhile is not seen. */
    public Function<String, List<FoundCode>> recogniser() {
        return current()::recognise;
    }

    /** As {@link #recognise}, each code once. */
    public List<String> in(String text) {
        return recognise(text).stream().map(FoundCode::code).distinct().toList();
    }

    /** What a code is about in a language, else in English, else the code itself. */
    public String label(String code, String language) {
        return store.label(code, language).orElse(code);
    }

    /** The name people use for a code, such as "Leadership 2", in English; else the code itself. */
    public String ref(String code) {
        return ref(code, "en");
    }

    /** As {@link #ref(String)}, in a language, else in English. */
    public String ref(String code, String language) {
        return store.ref(code, language).orElse(code);
    }

    public Optional<Code> find(String code) {
        return store.find(code);
    }

    /** All codes of all frameworks, in the order of the frameworks. */
    public List<Code> all() {
        return store.all();
    }

    /** Another node may have brought in a framework: the stamp of what is installed tells. */
    private Recogniser current() {
        String stamp = store.stamp();
        Recogniser known = recogniser;
        if (!known.stamp().equals(stamp)) {
            known = new Recogniser(stamp, store.grammars());
            recogniser = known;
        }
        return known;
    }
}
