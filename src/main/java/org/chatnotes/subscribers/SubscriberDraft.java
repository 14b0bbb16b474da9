package org.chatnotes.subscribers;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chatnotes.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What someone typed or a file says about a person. Blank texts count as absent. */
public record SubscriberDraft(
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
        Map<String, String> fields) {
    public SubscriberDraft {
        name = trimmed(name);
        school = trimmed(school);
        country = trimmed(country);
        region = trimmed(region);
        language = trimmed(language);
        zone = trimmed(zone);
        programmes = Collections.unmodifiableSet(new TreeSet<>(programmes));
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Only an address. */
    public static SubscriberDraft of(EmailAddress email) {
        return new SubscriberDraft(
                email, null, null, null, null, null, Format.HTML, null, Set.of(), Set.of(), Map.of());
    }

    public SubscriberDraft named(@Nullable String newName) {
        return new SubscriberDraft(
                email, newName, school, country, region, language, format, zone, programmes, roles, fields);
    }

    public SubscriberDraft at(@Nullable String newSchool, @Nullable String newCountry, @Nullable String newRegion) {
        return new SubscriberDraft(
                email, name, newSchool, newCountry, newRegion, language, format, zone, programmes, roles, fields);
    }

    public SubscriberDraft choosing(Set<String> newProgrammes, Set<String> newRoles) {
        return new SubscriberDraft(
                email, name, school, country, region, language, format, zone, newProgrammes, newRoles, fields);
    }

    public SubscriberDraft reading(@Nullable String newLanguage, Format newFormat) {
        return new SubscriberDraft(
                email, name, school, country, region, newLanguage, newFormat, zone, programmes, roles, fields);
    }

    public SubscriberDraft in(@Nullable String newZone) {
        return new SubscriberDraft(
                email, name, school, country, region, language, format, newZone, programmes, roles, fields);
    }

    public SubscriberDraft with(Map<String, String> newFields) {
        return new SubscriberDraft(
                email, name, school, country, region, language, format, zone, programmes, roles, newFields);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
