package org.chatnotes.subscribers;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.jspecify.annotations.Nullable;

/** What a person's particulars may be. Names go into headers of mails, so that a line end in one is refused. */
final class ProfileRules {
    private static final int MAX_NAME = 200;
    private static final int MAX_PLACE = 100;
    private static final int MAX_FIELDS = 50;
    private static final int MAX_FIELD = 1000;
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_+-]{1,40}");

    private final List<Field> wrong = new ArrayList<>();

    private ProfileRules() {}

    /** @throws Problem invalid, naming each wrong field */
    static void check(SubscriberDraft draft) {
        ProfileRules rules = new ProfileRules();
        rules.line("name", "The name", draft.name(), MAX_NAME);
        rules.line("school", "The school", draft.school(), MAX_NAME);
        rules.line("country", "The country", draft.country(), MAX_PLACE);
        rules.line("region", "The region", draft.region(), MAX_PLACE);
        rules.language(draft.language());
        rules.zone(draft.zone());
        rules.codes("programmes", draft.programmes());
        rules.codes("roles", draft.roles());
        rules.fields(draft.fields());
        if (!rules.wrong.isEmpty()) {
            throw Problem.invalid(rules.wrong);
        }
    }

    private void line(String field, String what, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        if (text.length() > max) {
            wrong.add(new Field(field, what + " has " + text.length() + " characters; " + max + " fit."));
        } else if (control(text)) {
            wrong.add(new Field(field, what + " has a line end or another control character in it."));
        }
    }

    private void language(@Nullable String tag) {
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            wrong.add(new Field("language", "“" + tag + "” is not a language code. Write it as fr or pt-BR."));
        }
    }

    private void zone(@Nullable String zone) {
        if (zone == null) {
            return;
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            wrong.add(new Field("zone", "“" + zone + "” is not a time zone. Write it as Europe/Paris."));
        }
    }

    private void codes(String field, Iterable<String> codes) {
        for (String code : codes) {
            if (!CODE.matcher(code).matches()) {
                wrong.add(new Field(field, "“" + code + "” is not a code: letters, digits, - and _ only."));
            }
        }
    }

    private void fields(Map<String, String> fields) {
        if (fields.size() > MAX_FIELDS) {
            wrong.add(new Field("fields", "There are " + fields.size() + " fields; " + MAX_FIELDS + " fit."));
        }
        fields.forEach((name, value) -> {
            if (!FIELD_NAME.matcher(name).matches()) {
                wrong.add(new Field("fields", "“" + name + "” is not a field name: a-z, 0-9 and _, at most 40."));
            } else {
                line("fields", "The field " + name, value, MAX_FIELD);
            }
        });
    }

    private static boolean control(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || slot(c));
    }

    /** Marks the open slots of a rendered mail; nobody's name has it. */
    private static boolean slot(int c) {
        return c == 0xE000 || c == 0xE001;
    }
}
