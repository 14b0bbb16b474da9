package org.chatnotes.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.chatnotes.db.Json;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentRulesTest {
    static List<Content> contents() {
        return EveryType.contents();
    }

    @Test
    void everyTypeIsAmongTheSamples() {
        assertThat(contents())
                .extracting(content -> (Object) content.getClass())
                .containsExactlyInAnyOrder((Object[]) Content.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aCleanBlockOfAnyTypeStaysAsItIs(Content content) {
        Document document = note(content);
        assertThat(DocumentRules.checked(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void jsonGivesEveryTypeBack(Content content) {
        Block block = Block.of("b01", content).with(new Audience(java.util.Set.of("X"), java.util.Set.of()));
        assertThat(Json.read(Json.write(block), Block.class)).isEqualTo(block);
    }

    @Test
    void jsonMayLeaveListsOut() {
        Block block =
                Json.read("{\"id\":\"b1\",\"content\":{\"type\":\"programme_inquiry\",\"title\":\"T\"}}", Block.class);
        assertThat(block)
                .isEqualTo(Block.of("b1", new Content.ProgrammeInquiry(null, "T", null, List.of(), List.of())));
    }

    @Test
    void htmlIsCleanedAndSlotCharactersGo() {
        Document checked = DocumentRules.checked(note(new Content.Prose(
                "<p onclick=\"x()\">A\uE000name\uE001<script>alert(1)</script> &#xE000;<b>b</b>\u0007</p>")));
        assertThat(checked.blocks().get(0).content()).isEqualTo(new Content.Prose("<p>Aname <strong>b</strong></p>"));
    }

    @Test
    void aDesignedBodyKeepsItsDesignAndNothingThatRuns() {
        String dirty = "<html><head><style>@media (max-width:600px){.a{width:100%}}</style><script>x()</script></head>"
                + "<body bgcolor=\"#ffffff\"><table width=\"600\"><tr><td style=\"color:red;background:url(javascript:x)\""
                + " onclick=\"x()\">Hi {{first_name|there}} <a href=\"{{unsubscribe_url}}\">leave</a>"
                + "<a href=\"javascript:x()\">no</a><form><input></form></td></tr></table></body></html>";
        Content.Html clean = (Content.Html) DocumentRules.checked(note(new Content.Html(dirty, null)))
                .blocks()
                .get(0)
                .content();
        assertThat(clean.html())
                .contains("<style>@media (max-width:600px){.a{width:100%}}</style>", "bgcolor=\"#ffffff\"")
                .contains(
                        "width=\"600\"", "style=\"color:red\"", "{{first_name|there}}", "href=\"{{unsubscribe_url}}\"")
                .doesNotContain("script", "onclick", "form", "input");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Document wrong = new Document(
                1,
                " ",
                "s".repeat(121),
                "p".repeat(141),
                "??",
                null,
                0,
                null,
                null,
                null,
                null,
                List.of(
                        Block.of("b1", new Content.Heading(1, "H", null)),
                        Block.of(
                                "b1",
                                new Content.Event("E", "tomorrow", "Mars/Olympus", 10, "javascript:alert(1)", null))));
        Problem problem = catchThrowableOfType(Problem.class, () -> DocumentRules.checked(wrong));
        assertThat(problem.fields())
                .extracting(Problem.Field::name)
                .containsExactly(
                        "title",
                        "subject",
                        "preheader",
                        "language",
                        "number",
                        "blocks.b1.level",
                        "blocks",
                        "blocks.b1.url",
                        "blocks.b1.start",
                        "blocks.b1.zone");
    }

    @Test
    void whatJsonLeftOutIsNamed() {
        Block block = Json.read("{\"id\":\"b1\",\"content\":{\"type\":\"prose\"}}", Block.class);
        assertThatThrownBy(() -> DocumentRules.checked(Document.titled("T", "en", List.of(block))))
                .hasMessage("A block of type prose needs its field html.");
    }

    @Test
    void aNoteOfMoreThanAMegabyteIsRefused() {
        assertThatThrownBy(() -> DocumentRules.checked(note(new Content.Raw("x".repeat(1024 * 1024)))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }

    private static Document note(Content content) {
        return Document.titled("Title", "en", List.of(Block.of("b01", content)));
    }
}
