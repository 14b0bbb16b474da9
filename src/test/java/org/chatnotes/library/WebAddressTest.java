package org.chatnotes.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "HTTPS://Example.ORG https://example.org/",
                "http://example.org:80/a http://example.org/a",
                "https://example.org:8443/a https://example.org:8443/a",
                "https://example.org/100%/a[1]#b#c https://example.org/100%25/a%5B1%5D#b%23c",
                "https://example.org?utm_source=x&id=7&utm_medium=mail https://example.org/?id=7",
                "https://example.org/a?fbclid=1#part https://example.org/a#part",
                "https://bücher.example/straße https://xn--bcher-kva.example/stra%C3%9Fe",
                "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D https://example.org/a",
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fb%3Fid%3D1&data=05 https://example.org/b?id=1",
                "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_c&d=x https://example.org/c",
                "https://urldefense.com/v3/__https://example.org/d__;!!abc https://example.org/d",
            })
    void isCanonical(String given, String canonical) {
        assertThat(WebAddress.canonical(given)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org/",
                "https://",
                "https://user:secret@example.org/",
                "https://nothost/",
                "www.example.org",
                "https://exa mple.org/"
            })
    void isNoWebAddress(String given) {
        assertThat(WebAddress.canonical(given)).isEmpty();
    }

    @Test
    void staysCanonical() {
        String once = WebAddress.canonical("https://example.org/%7Ea b?x={y}|z").orElseThrow();
        assertThat(WebAddress.canonical(once)).contains(once);
    }
}
