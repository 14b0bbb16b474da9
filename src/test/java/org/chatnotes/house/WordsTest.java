package org.chatnotes.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chatnotes.i18n.Messages;
import org.junit.jupiter.api.Test;

/** What may stand in sources and bundles, and what may not. */
class WordsTest {
    /** Programmes and roles are rows of an installation; the program itself knows none. */
    private static final Pattern A_PROGRAMME_OR_ROLE =
            Pattern.compile("\\b(PYP|MYP|Primary Years|Middle Years|Diploma Programme|[Cc]oordinators?)\\b");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$|<#--.*?-->", Pattern.DOTALL);
    private static final Pattern KEY_IN_TEMPLATE =
            Pattern.compile("\\bt\\(\\s*\"([a-z_]+\\.[A-Za-z0-9_.-]+)\"\\s*[,)]");
    private static final Pattern KEY_IN_JAVA = Pattern.compile("\\.say\\(\\s*\"([a-z_]+\\.[A-Za-z0-9_.-]+)\"\\s*[,)]");

    @Test
    void noClassOrTemplateNamesAProgrammeOrARole() throws IOException {
        List<String> offences = new ArrayList<>();
        for (Path file : sources()) {
            if (!file.startsWith("src/main/java/org/chatnotes/demo")) {
                offences.addAll(namesIn(file.toString(), Files.readString(file)));
            }
        }
        assertThat(offences).isEmpty();
        assertThat(namesIn("planted", "if (programme.equals(\"MYP\")) {")).isNotEmpty();
    }

    @Test
    void everyKeyThatIsUsedHasAMessage() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : sources()) {
            missing.addAll(keysMissingIn(file.toString(), Files.readString(file)));
        }
        assertThat(missing).isEmpty();
        assertThat(keysMissingIn("planted.ftlh", "${t(\"web.no_such_key\")}")).isNotEmpty();
    }

    /** A translated bundle has the keys of the English one, no more and no fewer. */
    @Test
    void translationsAreComplete() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path english : files("src/main/resources/i18n", "_en.properties")) {
            for (String language : Messages.LANGUAGES) {
                Path other = Path.of(english.toString().replace("_en.", "_" + language + "."));
                if (Files.exists(other)) {
                    differences.addAll(difference(english, other));
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> difference(Path english, Path other) throws IOException {
        TreeSet<String> missing = new TreeSet<>(keys(english));
        missing.removeAll(keys(other));
        TreeSet<String> surplus = new TreeSet<>(keys(other));
        surplus.removeAll(keys(english));
        List<String> found = new ArrayList<>();
        missing.forEach(key -> found.add(other + " lacks " + key));
        surplus.forEach(key -> found.add(other + " alone has " + key));
        return found;
    }

    private static TreeSet<String> keys(Path bundle) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(Files.newInputStream(bundle), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static List<String> namesIn(String file, String source) {
        Matcher matcher = A_PROGRAMME_OR_ROLE.matcher(COMMENT.matcher(source).replaceAll(""));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(file + ": " + matcher.group());
        }
        return found;
    }

    private static List<String> keysMissingIn(String file, String source) {
        Pattern key = file.endsWith(".java") ? KEY_IN_JAVA : KEY_IN_TEMPLATE;
        return key.matcher(source)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !Messages.in("en").has(name))
                .map(name -> file + ": " + name)
                .toList();
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>(files("src/main/java", ".java"));
        all.addAll(files("templates", ".ftlh"));
        all.addAll(files("templates", ".ftl"));
        return all;
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            return walk.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
