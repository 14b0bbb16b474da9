package org.chatnotes.preferences;

import org.chatnotes.signing.Grant;
import org.chatnotes.signing.Purpose;
import org.chatnotes.signing.Signing;

/** The personal links that every mail carries. */
public final class PreferenceLinks {
    private final Signing signing;
    private final String publicUrl;

    /** @param publicUrl where readers reach us, without a slash at the end */
    public PreferenceLinks(Signing signing, String publicUrl) {
        this.signing = signing;
        this.publicUrl = publicUrl;
    }

    /** Leaves a list, for ever: by button, or by a mail program's POST (RFC 8058). */
    public String unsubscribe(long subscriberId, long listId) {
        return publicUrl + "/unsubscribe/" + signing.token(new Grant(Purpose.UNSUBSCRIBE, subscriberId, listId, 0));
    }

    /** Opens the preferences, until the address changes. */
    public String preferences(long subscriberId, long listId, long addressEpoch) {
        return publicUrl + "/preferences/"
                + signing.token(new Grant(Purpose.PREFERENCES, subscriberId, listId, addressEpoch));
    }
}
