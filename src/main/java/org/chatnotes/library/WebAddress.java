package org.chatnotes.library;

import com.ibm.icu.text.IDNA;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Web addresses in canonical form: http or https, host in lower-case ASCII, without parameters that only track, and
 * unwrapped from search engines and mail gateways, whose personal links would make readers someone else.
 */
public final class WebAddress {
    /** Scheme, host with optional port, and the rest; a user name before the host is not taken. */
    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://([^/?#@:\\s\\[\\]]+)(:[0-9]{1,5})?([/?#].*)?", Pattern.DOTALL);

    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok"
                    + "|vero_id|oly_anon_id|oly_enc_id|ck_subscriber_id|ref_src)");
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.USE_STD3_RULES);
    private static final Set<String> WRAPPING_PATHS = Set.of("/url", "/imgres");
    private static final int MAX = 2_000;
    private static final int MAX_WRAPPINGS = 3;

    private WebAddress() {}

    /** The canonical form of an address, or nothing when it is no web address. */
    public static Optional<String> canonical(String address) {
        String stripped = address.strip();
        for (int i = 0; i < MAX_WRAPPINGS; i++) {
            Optional<String> inner = wrapped(stripped);
            if (inner.isEmpty()) {
                break;
            }
            stripped = inner.get();
        }
        return form(stripped);
    }

    private static Optional<String> form(String address) {
        Matcher match = FORM.matcher(address);
        if (address.length() > MAX || !match.matches()) {
            return Optional.empty();
        }
        String scheme = match.group(1).toLowerCase(Locale.ROOT);
        String rest = match.group(4) == null ? "/" : match.group(4);
        return host(match.group(2)).map(host -> scheme + "://" + host + port(scheme, match.group(3)) + tidy(rest));
    }

    private static Optional<String> host(String host) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS46.nameToASCII(host, new StringBuilder(), info);
        boolean dotted = ascii.indexOf(".") > 0 && ascii.charAt(ascii.length() - 1) != '.';
        boolean usable = dotted || ascii.toString().equalsIgnoreCase("localhost");
        return info.hasErrors() || !usable
                ? Optional.empty()
                : Optional.of(ascii.toString().toLowerCase(Locale.ROOT));
    }

    private static String port(String scheme, @Nullable String port) {
        if (port == null || port.equals(scheme.equals("https") ? ":443" : ":80")) {
            return "";
        }
        return port;
    }

    /** Path, query without tracking parameters, fragment; everything that may not stand in an address encoded. */
    private static String tidy(String rest) {
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash);
        String before = hash < 0 ? rest : rest.substring(0, hash);
        int mark = before.indexOf('?');
        String path = mark < 0 ? before : before.substring(0, mark);
        String query = mark < 0 ? "" : before.substring(mark + 1);
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !TRACKING.matcher(name(part)).matches())
                .collect(Collectors.joining("&"));
        return encoded((path.isEmpty() ? "/" : path)
                + (kept.isEmpty() ? "" : "?" + kept)
                + (fragment.equals("#") ? "" : fragment));
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        int hash = text.indexOf('#');
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean stray = c == '%' && !(hex(bytes, i + 1) && hex(bytes, i + 2));
            boolean second = c == '#' && hash >= 0 && out.indexOf("#") >= 0;
            if (c > ' ' && c < 0x7f && "\"<>\\^`{|}[]".indexOf(c) < 0 && !stray && !second) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean hex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }

    /** What a search engine's or a mail gateway's link leads to. */
    private static Optional<String> wrapped(String address) {
        Matcher match = FORM.matcher(address);
        if (!match.matches() || match.group(4) == null) {
            return Optional.empty();
        }
        String host = match.group(2).toLowerCase(Locale.ROOT);
        String rest = match.group(4);
        String path = rest.replaceFirst("[?#].*", "");
        if (host.matches("(www\\.)?google\\.[a-z.]{2,6}") && WRAPPING_PATHS.contains(path)) {
            return parameter(rest, "q").or(() -> parameter(rest, "url")).filter(WebAddress::web);
        }
        if (host.endsWith(".safelinks.protection.outlook.com")) {
            return parameter(rest, "url").filter(WebAddress::web);
        }
        if (host.equals("urldefense.proofpoint.com") && path.equals("/v2/url")) {
            return parameter(rest, "u")
                    .map(u -> decoded(u.replace("-", "%").replace("_", "/")))
                    .filter(WebAddress::web);
        }
        if (host.equals("urldefense.com") && rest.startsWith("/v3/__")) {
            int end = rest.indexOf("__;");
            return Optional.of(rest.substring("/v3/__".length(), end < 0 ? rest.length() : end))
                    .filter(WebAddress::web)
                    .filter(inner -> !inner.contains("*"));
        }
        return Optional.empty();
    }

    private static boolean web(String address) {
        return FORM.matcher(address).matches();
    }

    private static Optional<String> parameter(String rest, String name) {
        int mark = rest.indexOf('?');
        return Arrays.stream((mark < 0 ? "" : rest.substring(mark + 1))
                        .replaceFirst("#.*", "")
                        .split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> decoded(part.substring(name.length() + 1)))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
