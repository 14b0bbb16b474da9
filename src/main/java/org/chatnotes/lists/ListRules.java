package org.chatnotes.lists;

import java.util.ArrayList;
import java.util.List;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.markup.PlainLine;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.jspecify.annotations.Nullable;

/** What a list may be called and say; its name and sender go into headers. */
final class ListRules {
    private static final int MAX_NAME = 100;
    private static final int MAX_DESCRIPTION = 1000;

    private ListRules() {}

    /** @throws Problem invalid, naming each wrong field */
    static void check(NewList list) {
        List<Field> wrong = new ArrayList<>();
        if (list.name().isEmpty()) {
            wrong.add(new Field("name", "The list needs a name."));
        }
        line(wrong, "name", list.name());
        line(wrong, "from_name", list.fromName());
        if (list.description() != null && list.description().length() > MAX_DESCRIPTION) {
            wrong.add(new Field("description", "The description has more than " + MAX_DESCRIPTION + " characters."));
        }
        if (list.description() != null && list.description().chars().anyMatch(ListRules::odd)) {
            wrong.add(new Field("description", "The description has control characters in it."));
        }
        address(wrong, "from_email", list.fromEmail());
        address(wrong, "reply_to", list.replyTo());
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private static void line(List<Field> wrong, String field, @Nullable String text) {
        if (text != null && text.length() > MAX_NAME) {
            wrong.add(new Field(field, "A name has at most " + MAX_NAME + " characters."));
        } else if (text != null && !PlainLine.of(text).equals(text.replaceAll(" +", " "))) {
            wrong.add(new Field(field, "A name has no line ends or other control characters."));
        }
    }

    private static boolean odd(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' || c == 0xE000 || c == 0xE001;
    }

    private static void address(List<Field> wrong, String field, @Nullable String address) {
        if (address == null) {
            return;
        }
        try {
            EmailAddress.parse(address);
        } catch (Problem refused) {
            wrong.add(new Field(field, refused.sentence()));
        }
    }
}
