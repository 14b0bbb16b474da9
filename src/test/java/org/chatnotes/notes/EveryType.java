package org.chatnotes.notes;

import java.time.LocalDate;
import java.util.List;

/** One content of each type, with every field filled: for tests that must hold for all of them. */
public final class EveryType {
    private EveryType() {}

    public static List<Content> contents() {
        ResourceRef known = new ResourceRef(1L, null);
        ResourceRef called = new ResourceRef(2L, "Shown words");
        ResourceRef unknown = new ResourceRef(null, "Only a title");
        List<String> codes = List.of("0201-02", "0203");
        return List.of(
                new Content.Header("Coordinators’ notes", LocalDate.of(2025, 3, 12), null),
                new Content.Intro("<p>Hello <strong>all</strong></p>"),
                new Content.Hint("<p>Follow the <a href=\"https://example.org/hint\">links</a></p>"),
                new Content.Heading(3, "What is it?", "We thought about this:"),
                new Content.Prose("<p>One<br>two</p><ul><li>three</li></ul>"),
                new Content.Provocation("1-2", "What steps do we need?", codes),
                new Content.ProvocationList(
                        "Provocations",
                        List.of(
                                new Content.Provocation("1-2", "First?", codes),
                                new Content.Provocation(null, "Second?", List.of()))),
                new Content.InquiryFocus(List.of("Belonging", "Your role")),
                new Content.PspFocus(codes, "Environment, Leadership 2"),
                new Content.Quote("An education …", "A webpage", known, codes, true),
                new Content.DefinitionQuote("Coordinators are integral …", "A resource", called, codes, false),
                new Content.Method("World Café", "<p>Short rounds</p>", unknown),
                new Content.Image(null, "Round tables", false, "The method", known),
                new Content.Resource(known, "A podcast", codes),
                new Content.ProgrammeInquiry(
                        "Professional inquiry", "Themes", "<p>More</p>", codes, List.of(known, called)),
                new Content.Promo("Workshops", "<p>For educators</p>", List.of(unknown)),
                new Content.Event(
                        "April chat",
                        "2025-04-09T16:00",
                        "America/New_York",
                        75,
                        "https://example.org/join",
                        "<p>Come</p>"),
                new Content.Divider(),
                new Content.InternalNote("Ask Omar\nabout the podcast"),
                new Content.Raw("* something * that could not be typed"),
                new Content.Html("<div style=\"color: #123456\"><p>Designed</p></div>", "Designed, as text"));
    }
}
