package org.chatnotes.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of a file holds, and the headers that say so. Any other header makes a field of that name. */
enum Column {
    EMAIL("email", "e_mail", "email_address", "e_mail_address", "mail", "courriel", "correo"),
    NAME("name", "full_name", "nom", "nombre"),
    FIRST_NAME("first_name", "given_name", "firstname"),
    LAST_NAME("last_name", "family_name", "surname", "lastname"),
    SCHOOL("school", "organisation", "organization", "institution"),
    COUNTRY("country"),
    REGION("region"),
    LANGUAGE("language", "lang"),
    FORMAT("format"),
    ZONE("zone", "time_zone", "timezone"),
    PROGRAMMES("programmes", "programme", "programs", "program"),
    ROLES("roles", "role"),
    STATUS("status"),
    PAUSED_UNTIL("paused_until"),
    /** of a file of refused rows, mended and brought in again: says nothing about a person */
    IGNORED("import_line", "import_reason", "import_text");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    String header() {
        return headers.get(0);
    }

    /** @param header in lower case, words joined by underscores */
    static @Nullable Column of(String header) {
        for (Column column : values()) {
            if (column.headers.contains(header)) {
                return column;
            }
        }
        return null;
    }
}
