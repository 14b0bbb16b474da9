package org.chatnotes.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chatnotes.problem.Problem;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The text of a file, whatever it was written in.
 *
 * @param charset it was read as
 * @param certain whether that was plain to see, or only the best guess
 */
record TextFile(String text, Charset charset, boolean certain) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MAX_LINES = 20_000;
    private static final int SAMPLE = 4_096;
    /** Letters and marks of Western European text; other characters there speak against a charset. */
    private static final String WESTERN =
            "éèêëàâäáãåæçîïíìñôöóòõøœùûüúÿßÉÈÊËÀÂÄÁÃÅÆÇÎÏÍÌÑÔÖÓÒÕØŒÙÛÜÚ«»¿¡“”‘’„–—…•·€£°ºª\u00a0";

    /** How files begin that people take for text, and what to do with each. */
    private static final Map<String, String> MAGIC = Map.of(
            "PK\u0003\u0004",
            "a Word, Excel or zip file. Open it, save it as plain text (.txt) or copy its text, and bring in that.",
            "%PDF",
            "a PDF. Copy its text and paste that.",
            "\u00d0\u00cf\u0011\u00e0",
            "an old Word or Excel file. Save it as plain text (.txt), or copy its text and paste that.",
            "{\\rtf",
            "a rich text file. Save it as plain text (.txt), or copy its text and paste that.",
            "\u0089PNG",
            "a picture. Bring in the text of the notes; pictures are added in the editor.",
            "\u00ff\u00d8\u00ff",
            "a picture. Bring in the text of the notes; pictures are added in the editor.",
            "GIF8",
            "a picture. Bring in the text of the notes; pictures are added in the editor.");

    /** @throws Problem when the file is too large, empty, or no text */
    static TextFile of(byte[] bytes, String name, int limit) {
        if (bytes.length > limit) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    "“" + name + "” is larger than " + limit / 1024 / 1024
                            + " MB of text, far more than a mail should hold."
                            + " Divide it, and bring in the part for one note.");
        }
        refuseOtherKinds(bytes, name);
        TextFile read =
                marked(bytes).or(() -> zeroed(bytes)).or(() -> strict(bytes)).orElseGet(() -> guessed(bytes));
        read.refuseWhatIsNoText(name);
        return read;
    }

    private static void refuseOtherKinds(byte[] bytes, String name) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        MAGIC.forEach((magic, advice) -> {
            if (start.startsWith(magic)) {
                throw Problem.invalid("file", "“" + name + "” is no plain text but " + advice);
            }
        });
    }

    private void refuseWhatIsNoText(String name) {
        if (text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw Problem.invalid("file", "“" + name + "” holds no words. Choose the file with the notes.");
        }
        long control = text.chars()
                .filter(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0b) || c == 0xFFFD)
                .count();
        if (control > 3 && control * 200 > text.length()) {
            throw Problem.invalid(
                    "file", "“" + name + "” is no text. Bring in plain text (.txt), or paste the words of the notes.");
        }
        long lines = text.lines().limit(MAX_LINES + 1L).count();
        if (lines > MAX_LINES) {
            throw Problem.of(
                    Problem.Kind.TOO_LARGE,
                    "“" + name + "” has more than 20,000 lines. Divide it, and bring in the part that one mail should"
                            + " hold.");
        }
    }

    /** By its byte order mark. */
    private static Optional<TextFile> marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(decoded(bytes, 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(decoded(bytes, 4, Charset.forName("UTF-32LE")));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(decoded(bytes, 4, Charset.forName("UTF-32BE")));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(decoded(bytes, 2, StandardCharsets.UTF_16LE));
        }
        return starts(bytes, 0xFE, 0xFF) ? Optional.of(decoded(bytes, 2, StandardCharsets.UTF_16BE)) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: text in Latin letters has a zero in every other place. */
    private static Optional<TextFile> zeroed(byte[] bytes) {
        int[] zeros = new int[2];
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        for (int i = 0; i < sample; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int pairs = sample / 2;
        if (zeros[1] * 2 > pairs && zeros[0] * 20 < pairs) {
            return Optional.of(decoded(bytes, 0, StandardCharsets.UTF_16LE));
        }
        return zeros[0] * 2 > pairs && zeros[1] * 20 < pairs
                ? Optional.of(decoded(bytes, 0, StandardCharsets.UTF_16BE))
                : Optional.empty();
    }

    private static Optional<TextFile> strict(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new TextFile(text, StandardCharsets.UTF_8, true));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The charset that gives the likeliest Western text; else what the detector says of other scripts. */
    private static TextFile guessed(byte[] bytes) {
        TextFile best = new TextFile(new String(bytes, WINDOWS), WINDOWS, false);
        for (String other : List.of("x-MacRoman", "IBM850")) {
            if (Charset.isSupported(other)) {
                Charset charset = Charset.forName(other);
                TextFile candidate = new TextFile(new String(bytes, charset), charset, false);
                best = candidate.western() > best.western() + 0.2 ? candidate : best;
            }
        }
        if (best.western() < 0.7) {
            UniversalDetector detector = new UniversalDetector();
            detector.handleData(bytes, 0, bytes.length);
            detector.dataEnd();
            String detected = detector.getDetectedCharset();
            if (detected != null && Charset.isSupported(detected)) {
                Charset charset = Charset.forName(detected);
                return new TextFile(new String(bytes, charset), charset, false);
            }
        }
        return best;
    }

    /** The share of the characters beyond ASCII that Western text has, from 0 to 1. */
    private double western() {
        long all = text.chars().filter(c -> c > 0x7f).count();
        long usual = IntStream.range(0, text.length()).filter(this::usual).count();
        return all == 0 ? 1 : (double) usual / all;
    }

    /** A capital letter right after a small one is a sign of the wrong charset. */
    private boolean usual(int at) {
        char c = text.charAt(at);
        boolean odd = Character.isUpperCase(c) && at > 0 && Character.isLowerCase(text.charAt(at - 1));
        return c > 0x7f && WESTERN.indexOf(c) >= 0 && !odd;
    }

    private static TextFile decoded(byte[] bytes, int from, Charset charset) {
        return new TextFile(new String(bytes, from, bytes.length - from, charset), charset, true);
    }
}
