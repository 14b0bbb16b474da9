package org.chatnotes.workshop;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.chatnotes.i18n.Messages;
import org.chatnotes.mail.EmailAddress;
import org.chatnotes.markup.PlainLine;
import org.chatnotes.problem.Problem;
import org.chatnotes.problem.Problem.Field;
import org.chatnotes.settings.Group;
import org.jspecify.annotations.Nullable;

/** The group's settings as typed; all that is wrong is said at once. */
final class GroupForm {
    /** The ink of mails: what stands on the marker. */
    private static final String INK = "#16212c";

    private static final double READABLE = 4.5;
    private static final double VISIBLE = 2;

    private final UnaryOperator<@Nullable String> fields;
    private final List<Field> wrong = new ArrayList<>();

    GroupForm(UnaryOperator<@Nullable String> fields) {
        this.fields = fields;
    }

    /** What was typed, to show it again. */
    Group typed() {
        return new Group(
                text("name"),
                optional("sender_name"),
                optional("sender_email"),
                optional("reply_to"),
                optional("postal_line"),
                text("zone"),
                text("language"),
                optional("disclaimer"),
                text("line_colour").toLowerCase(Locale.ROOT),
                text("marker_colour").toLowerCase(Locale.ROOT),
                true);
    }

    /** @throws Problem INVALID with every field that is wrong */
    Group checked() {
        Group group = typed();
        require(
                !group.name().isEmpty() && group.name().length() <= 100,
                "name",
                "Give the group a name, up to 100 characters.");
        address("sender_email", group.senderEmail());
        address("reply_to", group.replyTo());
        require(
                ZoneId.getAvailableZoneIds().contains(group.zone()),
                "zone",
                "“" + group.zone() + "” is not a time zone. Write it as Europe/Paris.");
        require(Messages.LANGUAGES.contains(group.language()), "language", "Choose one of the languages.");
        colours(group);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return group;
    }

    private void colours(Group group) {
        if (colour("line_colour", group.lineColour())) {
            require(
                    Contrast.of(group.lineColour(), "#ffffff") >= VISIBLE,
                    "line_colour",
                    "This line is too pale to be seen on a white page. Choose a darker colour.");
        }
        if (colour("marker_colour", group.markerColour())) {
            double contrast = Contrast.of(group.markerColour(), INK);
            require(
                    contrast >= READABLE,
                    "marker_colour",
                    "Words on this marker are hard to read: contrast %.1f, at least 4.5 is needed. Choose a lighter colour."
                            .formatted(contrast));
        }
    }

    private boolean colour(String field, String value) {
        boolean colour = Contrast.isColour(value);
        require(colour, field, "“" + value + "” is not a colour. Write it as #ffe58a.");
        return colour;
    }

    private void address(String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        try {
            EmailAddress.parse(value);
        } catch (Problem problem) {
            wrong.add(new Field(field, problem.sentence()));
        }
    }

    private void require(boolean right, String field, String sentence) {
        if (!right) {
            wrong.add(new Field(field, sentence));
        }
    }

    private String text(String field) {
        String value = fields.apply(field);
        return value == null ? "" : PlainLine.of(value);
    }

    private @Nullable String optional(String field) {
        String value = text(field);
        return value.isEmpty() ? null : value;
    }
}
