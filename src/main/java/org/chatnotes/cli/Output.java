package org.chatnotes.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chatnotes.db.Json;
import org.chatnotes.problem.Problem;

/** What commands print: plain text for people, JSON for programs. Always UTF-8, whatever the machine's locale. */
final class Output {
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Output() {}

    static void line(String text) {
        OUT.println(text);
    }

    static void json(Object value) {
        try {
            OUT.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why a file could not be written, without naming it twice as Java does. */
    static Problem notWritten(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String why = folder != null && !Files.isDirectory(folder)
                ? "there is no folder " + folder
                : Files.isDirectory(file) ? "it is a folder" : "writing there is not allowed, or the disk is full";
        return Problem.unavailable("The file " + file + " cannot be written: " + why + ".");
    }

    /** Columns as wide as their widest cell. */
    static void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            OUT.println(line.toString().stripTrailing());
        }
    }
}
