package org.chatnotes.subscribers;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.chatnotes.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A person with an address.
 *
 * @param language of the labels, a tag such as {@code fr}; null: the group's
 * @param zone such as {@code Europe/Paris}; null: the group's
 * @param programmes and {@code roles}: codes
 * @param fields what else is known, by field name ({@code a-z0-9_}), usable as merge fields
 * @param addressEpoch counts the changes of address; links that open preferences die with it
 */
public record Subscriber(
        long id,
        EmailAddress email,
        @Nullable String name,
        @Nullable String school,
        @Nullable String country,
        @Nullable String region,
        @Nullable String language,
        Format format,
        @Nullable String zone,
        Set<String> programmes,
        Set<String> roles,
        Map<String, String> fields,
        AddressState state,
        long addressEpoch,
        Instant createdAt,
        Instant updatedAt) {
    /** The same as a draft, to change some of it. */
    public SubscriberDraft draft() {
        return new SubscriberDraft(
                email, name, school, country, region, language, format, zone, programmes, roles, fields);
    }

    /** The name, or the address of someone who gave none. */
    public String title() {
        return name == null ? email.toString() : name;
    }
}
