package org.chatnotes.editions;

import org.chatnotes.signing.Grant;
import org.chatnotes.signing.Purpose;
import org.chatnotes.signing.Signing;

/** "Read in the browser": one link for all readers of a variant, with nothing personal in it. */
final class ViewLinks {
    private final Signing signing;
    private final String publicUrl;

    ViewLinks(Signing signing, String publicUrl) {
        this.signing = signing;
        this.publicUrl = publicUrl;
    }

    String of(long editionId, long variantId) {
        return publicUrl + "/view/" + signing.token(new Grant(Purpose.VIEW, editionId, variantId, 0));
    }
}
