package org.chatnotes.mail;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chatnotes.problem.Problem;

/**
 * An address that a list server can write to: a plain local part and a domain with a dot. What RFC 5322 allows beyond
 * (quoted local parts, comments, IP literals) is refused, as most mail servers refuse it.
 *
 * @param local the part before the @, as typed
 * @param domain the domain in ASCII (UTS 46) and lower case
 */
public record EmailAddress(String local, String domain) {
    private static final EmailValidator SYNTAX = JMail.strictValidator()
            .disallowQuotedIdentifiers()
            .disallowIpDomain()
            .disallowExplicitSourceRouting()
            .disallowObsoleteWhitespace()
            .requireTopLevelDomain();
    /** Not transitional: straße.de stays itself and does not become strasse.de, which belongs to others. */
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** RFC 5321 4.5.3.1: a path has at most 256 octets, two of them angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL = 64;

    /**
     * Reads an address as typed; blanks around it do not matter.
     *
     * @throws Problem invalid, in a sentence that says what is wrong with it
     */
    public static EmailAddress parse(String typed) {
        String text = strip(typed);
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw refused(text, "has no @");
        }
        String local = text.substring(0, at);
        if (local.isEmpty()) {
            throw refused(text, "has nothing before the @");
        }
        String domain = ascii(text, text.substring(at + 1));
        if (!DOMAIN.matcher(domain).matches()
                || NUMBER.matcher(domain.substring(domain.lastIndexOf('.') + 1)).matches()) {
            throw refused(text, "has no valid domain after the @");
        }
        if (!LOCAL.matcher(local).matches()) {
            throw refused(text, "has characters before the @ that mail servers refuse");
        }
        EmailAddress address = new EmailAddress(local, domain);
        if (utf8Length(local) > MAX_LOCAL || utf8Length(address.toString()) > MAX_LENGTH) {
            throw refused(text, "is longer than addresses can be");
        }
        if (!SYNTAX.isValid(address.toString())) {
            throw refused(text, "is not written as mail servers take it");
        }
        return address;
    }

    /** Whether a text is an address we take. */
    public static boolean valid(String typed) {
        try {
            parse(typed);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    /** For comparing: all in lower case, since in practice no mailbox differs by case alone. */
    public String key() {
        return local.toLowerCase(Locale.ROOT) + "@" + domain;
    }

    /** Whether all of it is ASCII; other addresses need a relay that speaks SMTPUTF8. */
    public boolean ascii() {
        return local.chars().allMatch(c -> c < 0x80);
    }

    /** The address as typed, with its domain in ASCII and lower case. */
    @Override
    public String toString() {
        return local + "@" + domain;
    }

    private static String ascii(String text, String domain) {
        if (domain.chars().allMatch(c -> c < 0x80)) {
            return domain.toLowerCase(Locale.ROOT);
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        UTS46.nameToASCII(domain, ascii, info);
        if (info.hasErrors()) {
            throw refused(text, "has no valid domain after the @");
        }
        return ascii.toString().toLowerCase(Locale.ROOT);
    }

    /** Line ends stay: who writes one into an address means to forge headers. */
    private static String strip(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && blank(typed.charAt(start))) {
            start++;
        }
        while (end > start && blank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\ufeff' || c == '\u200b';
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Problem refused(String text, String why) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return Problem.invalid("email", text.isEmpty() ? "The address is empty." : "“" + shown + "” " + why + ".");
    }
}
