package org.chatnotes.subscribers;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chatnotes.db.Database;
import org.chatnotes.signing.Signing;

/**
 * Addresses that no import and no form brings back, known by a keyed hash alone, so that the address itself can be
 * forgotten. Whoever is still a subscriber is kept out by the state of the address instead.
 */
final class Suppressions {
    private static final int HASH_BYTES = 32;

    private final SuppressionStore store;
    private final Signing signing;
    private final Clock clock;

    Suppressions(Database database, Signing signing, Clock clock) {
        this.store = new SuppressionStore(database);
        this.signing = signing;
        this.clock = clock;
    }

    void add(String emailKey, String reason) {
        store.insert(hash(emailKey), reason, clock.millis());
    }

    /** Those of some address keys that are suppressed. */
    Set<String> among(Collection<String> emailKeys) {
        if (emailKeys.isEmpty() || store.empty()) {
            return Set.of();
        }
        Map<String, byte[]> hashes = new LinkedHashMap<>();
        emailKeys.forEach(key -> hashes.put(key, hash(key)));
        Set<ByteBuffer> known = store.among(hashes.values());
        return hashes.entrySet().stream()
                .filter(entry -> known.contains(ByteBuffer.wrap(entry.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private byte[] hash(String emailKey) {
        return signing.keyedHash("suppression", emailKey, HASH_BYTES);
    }
}
