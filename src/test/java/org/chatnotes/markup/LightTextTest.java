package org.chatnotes.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plain words|<p>Plain words</p>",
                "**Strong** and *stressed*|<p><strong>Strong</strong> and <em>stressed</em></p>",
                "**strong *and stressed***|<p><strong>strong <em>and stressed</em></strong></p>",
                "2 * 3 * 4|<p>2 * 3 * 4</p>",
                "[here](https://example.org/a_(b))|<p><a href=\"https://example.org/a_(b)\">here</a></p>",
                "[here](javascript:alert)|<p>here</p>",
                "See https://example.org/x.|<p>See <a href=\"https://example.org/x\">https://example.org/x</a>.</p>",
                "<b>not</b> ${markup}|<p>&lt;b&gt;not&lt;/b&gt; ${markup}</p>",
            })
    void typedTextBecomesHtml(String typed, String html) {
        assertThat(LightText.html(typed)).isEqualTo(html);
    }

    @Test
    void linesParagraphsAndLists() {
        assertThat(LightText.html("One\ntwo\n\nThree:\n- a\n- b\n  1. b1\n  2. b2\n- c\n\n4. four"))
                .isEqualTo("<p>One<br>two</p><p>Three:</p><ul><li>a</li><li>b<ol><li>b1</li><li>b2</li></ol></li>"
                        + "<li>c</li></ul><ol start=\"4\"><li>four</li></ol>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello, <em>IB Dreams</em> through <strong>belonging</strong>.</p>",
                "<p>a * b [c] \\ d</p>",
                "<p>One<br>two</p><p>Three &amp; &lt;four&gt; &nbsp; five</p>",
                "<ul><li>a <a href=\"https://example.org\">link</a></li><li>b<ol><li>c</li></ol></li></ul>",
                "<p>- not a list</p><p>1. nor this</p>",
                "<p><strong><em>both</em></strong></p>",
                "bare words",
                "<p>{{first_name|there}}, <a href=\"{{unsubscribe_url}}\">leave</a></p>",
            })
    void htmlSurvivesBeingTyped(String html) {
        assertThat(LightText.holds(html)).as(LightText.of(html)).isTrue();
        String again = LightText.html(LightText.of(html));
        assertThat(LightText.html(LightText.of(again))).isEqualTo(again);
    }

    @Test
    void whatDoesNotSurviveIsKnown() {
        assertThat(LightText.holds("<ul><li><p>a</p><p>b</p></li></ul>")).isFalse();
    }
}
