package org.chatnotes.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mails as files, byte for byte as they came. A file's name tells all that a list needs: when it came, and for whom.
 * Several processes may write into one folder; what one of them keeps, all of them show.
 */
final class MailFolder {
    /** Of the newest mails, this many at most… */
    static final int MOST = 1_000;
    /** …and this many bytes in all. */
    static final long MOST_BYTES = 64L << 20;

    private static final Pattern NAME = Pattern.compile("([0-9]{13}-[0-9a-f]{8})-(.+)\\.eml");
    private static final int LONGEST_NAME = 180;

    private final Path folder;
    private final Clock clock;
    private final TreeMap<String, Long> sizes = new TreeMap<>();
    private long bytes;
    private int count;

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Keeps a mail and forgets the oldest ones that are too many. */
    synchronized KeptMail keep(String address, byte[] mail) {
        try {
            Files.createDirectories(folder);
            if (sizes.isEmpty()) {
                scan();
            }
            String id = "%013d-%04x%04x"
                    .formatted(
                            clock.millis(),
                            ++count & 0xffff,
                            ProcessHandle.current().pid() & 0xffff);
            Path part = folder.resolve(id + ".part");
            Path file = folder.resolve(id + "-" + encode(address) + ".eml");
            Files.write(part, mail);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            sizes.put(file.getFileName().toString(), (long) mail.length);
            bytes += mail.length;
            forgetOldest();
            return new KeptMail(id, address, clock.instant(), mail.length, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All kept mails, newest first. */
    synchronized List<KeptMail> all() {
        try {
            scan();
            forgetOldest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes.descendingMap().entrySet().stream()
                .map(this::mail)
                .flatMap(Optional::stream)
                .toList();
    }

    private void scan() throws IOException {
        sizes.clear();
        bytes = 0;
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                String name = file.getFileName().toString();
                if (NAME.matcher(name).matches()) {
                    long size = file.toFile().length();
                    sizes.put(name, size);
                    bytes += size;
                }
            }
        }
    }

    private void forgetOldest() throws IOException {
        while (sizes.size() > MOST || (bytes > MOST_BYTES && sizes.size() > 1)) {
            Map.Entry<String, Long> oldest = sizes.pollFirstEntry();
            bytes -= oldest.getValue();
            Files.deleteIfExists(folder.resolve(oldest.getKey()));
        }
    }

    private Optional<KeptMail> mail(Map.Entry<String, Long> entry) {
        Matcher name = NAME.matcher(entry.getKey());
        if (!name.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(name.group(1).substring(0, 13)));
        String address = URLDecoder.decode(name.group(2), StandardCharsets.UTF_8);
        return Optional.of(new KeptMail(name.group(1), address, at, entry.getValue(), folder.resolve(entry.getKey())));
    }

    /** Readable and safe as a name of a file; an address too long for one loses its middle. */
    private static String encode(String address) {
        String name = URLEncoder.encode(address, StandardCharsets.UTF_8)
                .replace("%40", "@")
                .replace("*", "%2A");
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, 60).replaceAll("%.?$", "") + "..." + Integer.toHexString(address.hashCode())
                        + name.substring(name.lastIndexOf('@'), Math.min(name.length(), name.lastIndexOf('@') + 80));
    }
}
