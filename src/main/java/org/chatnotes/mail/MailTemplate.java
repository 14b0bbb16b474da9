package org.chatnotes.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A whole message, encoded once for all its readers: MIME bytes with {@link Slots} left open. Filling it copies bytes
 * and encodes the values; no template and no MIME library runs per reader.
 */
public final class MailTemplate {
    private static final int VERSION = 1;

    /** A piece of the message: bytes, or something that each reader's values make. */
    private sealed interface Piece {}

    private record Bytes(byte[] bytes) implements Piece {}

    private record Line(Headers.Header header, SlotText shown, SlotText value) implements Piece {
        Line(Headers.Header header) {
            this(header, SlotText.of(header.shown()), SlotText.of(header.value()));
        }
    }

    /** @param endsLine whether a hard line end follows, so that no soft break is needed */
    private record Value(String name, @Nullable String instead, boolean html, boolean endsLine) implements Piece {}

    private final List<Piece> pieces;
    private final int fixedLength;

    private MailTemplate(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.fixedLength = pieces.stream()
                .mapToInt(piece -> piece instanceof Bytes fixed ? fixed.bytes().length : 80)
                .sum();
    }

    /**
     * Encodes a message.
     *
     * @param headers all but those of MIME, which are added here
     * @param html the HTML part, or null for a reader who wants text only
     * @param text the text part
     */
    public static MailTemplate compile(Headers headers, @Nullable String html, String text) {
        Compiler compiler = new Compiler();
        headers.all().forEach(compiler::header);
        compiler.fixed("MIME-Version: 1.0\r\n");
        if (html == null) {
            compiler.part("text/plain", text, false);
        } else {
            // "=_" cannot appear in quoted-printable, so no part can hold the boundary.
            String boundary = "=_" + hash(html + text);
            compiler.fixed("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n");
            compiler.fixed("--" + boundary + "\r\n");
            compiler.part("text/plain", text, false);
            compiler.fixed("--" + boundary + "\r\n");
            compiler.part("text/html", html, true);
            compiler.fixed("--" + boundary + "--\r\n");
        }
        return compiler.done();
    }

    /**
     * One reader's message. Values go in escaped in the HTML part, encoded in headers, as they are in the text part; a
     * missing or blank one gives way to its slot's default.
     */
    public byte[] fill(Map<String, String> values) {
        return fill(values::get);
    }

    /** As {@link #fill(Map)}, with the value of a name from wherever it comes. */
    public byte[] fill(Function<String, @Nullable String> values) {
        ByteSink out = new ByteSink(fixedLength + 512);
        for (Piece piece : pieces) {
            if (piece instanceof Bytes fixed) {
                out.write(fixed.bytes());
            } else if (piece instanceof Line line) {
                out.write(line.header()
                        .write(line.shown().fill(values), line.value().fill(values)));
            } else if (piece instanceof Value slot) {
                write(out, slot, values.apply(slot.name()));
            }
        }
        return out.toBytes();
    }

    private static void write(ByteSink out, Value slot, @Nullable String value) {
        String instead = slot.instead() == null ? "" : slot.instead();
        String text = value == null || value.isBlank() ? instead : clean(value, slot.html());
        if (!text.isEmpty()) {
            QuotedPrintable.encodeValue(out, text);
            if (!slot.endsLine()) {
                QuotedPrintable.softBreak(out);
            }
        }
    }

    private static String clean(String value, boolean html) {
        String text = Slots.strip(value);
        boolean plain = !html || text.chars().noneMatch(c -> c == '&' || c == '<' || c == '>' || c == '"' || c == '\'');
        return plain
                ? text
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }

    /** For the database. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(fixedLength + 256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(pieces.size());
            for (Piece piece : pieces) {
                write(out, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Piece piece) throws IOException {
        if (piece instanceof Bytes fixed) {
            out.writeByte('b');
            out.writeInt(fixed.bytes().length);
            out.write(fixed.bytes());
        } else if (piece instanceof Line line) {
            out.writeByte('h');
            out.writeUTF(line.header().kind().name());
            out.writeUTF(line.header().name());
            out.writeUTF(line.header().shown());
            out.writeUTF(line.header().value());
        } else if (piece instanceof Value slot) {
            out.writeByte('v');
            out.writeUTF(slot.name());
            out.writeBoolean(slot.instead() != null);
            out.writeUTF(slot.instead() == null ? "" : slot.instead());
            out.writeBoolean(slot.html());
            out.writeBoolean(slot.endsLine());
        }
    }

    public static MailTemplate fromBytes(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("A stored message of version " + version);
            }
            int count = in.readInt();
            List<Piece> pieces = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                pieces.add(read(in));
            }
            return new MailTemplate(pieces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Piece read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'b' -> new Bytes(in.readNBytes(in.readInt()));
            case 'h' ->
                new Line(new Headers.Header(
                        Headers.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF()));
            case 'v' -> {
                String name = in.readUTF();
                boolean hasDefault = in.readBoolean();
                String instead = in.readUTF();
                yield new Value(name, hasDefault ? instead : null, in.readBoolean(), in.readBoolean());
            }
            default -> throw new IllegalStateException("A stored message with a piece of kind " + kind);
        };
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Joins what is the same for all readers into as few byte arrays as possible. */
    private static final class Compiler {
        private final List<Piece> pieces = new ArrayList<>();
        private ByteSink fixed = new ByteSink(1024);

        void header(Headers.Header header) {
            if (header.fixed()) {
                fixed.write(header.write(header.shown(), header.value()));
            } else {
                add(new Line(header));
            }
        }

        void fixed(String text) {
            fixed.write(text);
        }

        /** A slot starts a line of its own by a soft break, so that no column depends on the values before it. */
        void part(String type, String body, boolean html) {
            fixed("Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
            Matcher slot = Slots.matcher(body);
            int at = 0;
            int column = 0;
            while (slot.find()) {
                column = QuotedPrintable.encode(fixed, body.substring(at, slot.start()), column);
                at = slot.end();
                if (column > 0) {
                    QuotedPrintable.softBreak(fixed);
                }
                boolean endsLine = at == body.length() || body.charAt(at) == '\n' || body.charAt(at) == '\r';
                add(new Value(slot.group(1), slot.group(2), html, endsLine));
                column = 0;
            }
            column = QuotedPrintable.encode(fixed, body.substring(at), column);
            if (column > 0 || at == body.length()) {
                fixed.crlf();
            }
        }

        private void add(Piece piece) {
            if (fixed.length() > 0) {
                pieces.add(new Bytes(fixed.toBytes()));
                fixed = new ByteSink(1024);
            }
            pieces.add(piece);
        }

        MailTemplate done() {
            if (fixed.length() > 0) {
                pieces.add(new Bytes(fixed.toBytes()));
            }
            return new MailTemplate(pieces);
        }
    }
}
