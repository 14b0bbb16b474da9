package org.chatnotes.transfer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.subscribers.Format;
import org.chatnotes.subscribers.SubscriberDraft;
import org.jspecify.annotations.Nullable;

/**
 * What one row says about a person. Null and empty mean that it says nothing, and what is known stays.
 *
 * @param pausedUntil of a paused one, after today
 */
record PersonRow(
        EmailAddress email,
        @Nullable String name,
        @Nullable String school,
        @Nullable String country,
        @Nullable String region,
        @Nullable String language,
        @Nullable Format format,
        @Nullable String zone,
        Set<String> programmes,
        Set<String> roles,
        Map<String, String> fields,
        FileStatus status,
        @Nullable LocalDate pausedUntil) {
    /** The person as a draft, if she is new. */
    SubscriberDraft fresh() {
        return onto(SubscriberDraft.of(email));
    }

    /** What is known with what the row says written over it. The spelling of a known address stays. */
    SubscriberDraft onto(SubscriberDraft known) {
        Map<String, String> merged = known.fields();
        if (!fields.isEmpty()) {
            merged = new TreeMap<>(known.fields());
            merged.putAll(fields);
        }
        return new SubscriberDraft(
                known.email(),
                name == null ? known.name() : name,
                school == null ? known.school() : school,
                country == null ? known.country() : country,
                region == null ? known.region() : region,
                language == null ? known.language() : language,
                format == null ? known.format() : format,
                zone == null ? known.zone() : zone,
                programmes.isEmpty() ? known.programmes() : programmes,
                roles.isEmpty() ? known.roles() : roles,
                merged);
    }
}
