package org.chatnotes.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.chatnotes.db.Database;
import org.chatnotes.db.EachEngine;

class SigningTest {
    private static final Grant GRANT = new Grant(Purpose.UNSUBSCRIBE, (1L << 47) + 5, 4_000_000_000L, 3);

    @EachEngine
    void tokenOpensForItsPurposeOnly(Database database) {
        Signing signing = new Signing(database, Clock.systemUTC());
        String token = signing.token(GRANT);

        assertThat(token).hasSize(44).matches("[A-Za-z0-9_-]+");
        assertThat(signing.open(token, Purpose.UNSUBSCRIBE)).contains(GRANT);
        assertThat(signing.open(token, Purpose.PREFERENCES)).isEmpty();
    }

    @EachEngine
    void changedTokensAreRefused(Database database) {
        Signing signing = new Signing(database, Clock.systemUTC());
        String token = signing.token(GRANT);
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(signing.open(changed, Purpose.UNSUBSCRIBE)).as(changed).isEmpty();
        }
        assertThat(signing.open("", Purpose.UNSUBSCRIBE)).isEmpty();
        assertThat(signing.open("no token at all!", Purpose.UNSUBSCRIBE)).isEmpty();
    }

    @EachEngine
    void everyNodeHasTheSameKeys(Database database) {
        String token = new Signing(database, Clock.systemUTC()).token(GRANT);
        assertThat(new Signing(database, Clock.systemUTC()).open(token, Purpose.UNSUBSCRIBE))
                .contains(GRANT);
    }

    @EachEngine
    void whatDoesNotFitIsRefused(Database database) {
        Signing signing = new Signing(database, Clock.systemUTC());
        assertThatThrownBy(() -> signing.token(new Grant(Purpose.VIEW, 1L << 48, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
