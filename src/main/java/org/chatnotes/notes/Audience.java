package org.chatnotes.notes;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** For whom a block is: programmes and roles by code. Empty means everyone. */
public record Audience(Set<String> programmes, Set<String> roles) {
    public static final Audience EVERYONE = new Audience(Set.of(), Set.of());

    public Audience {
        programmes = sorted(programmes);
        roles = sorted(roles);
    }

    /** JSON may leave a set out. */
    private static Set<String> sorted(@Nullable Set<String> codes) {
        return codes == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    public boolean everyone() {
        return programmes.isEmpty() && roles.isEmpty();
    }

    /**
     * The tailoring rule: a block is shown when its programmes are empty, meet the reader's, or the reader chose none;
     * and its roles are empty or meet the reader's.
     */
    public boolean includes(Set<String> readerProgrammes, Set<String> readerRoles) {
        return (programmes.isEmpty() || readerProgrammes.isEmpty() || meet(programmes, readerProgrammes))
                && (roles.isEmpty() || meet(roles, readerRoles));
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }
}
