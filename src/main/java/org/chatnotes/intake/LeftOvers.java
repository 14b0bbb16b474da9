package org.chatnotes.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chatnotes.notes.BlockWords;

/** The last look: words of the source that stand in no block and nowhere in the log are put into the log. */
final class LeftOvers {
    private LeftOvers() {}

    static void log(String source, List<BlockWords> blocks, Log log) {
        Map<String, Integer> kept = new HashMap<>();
        for (BlockWords block : blocks) {
            count(block.text(), kept);
        }
        log.texts().forEach(text -> count(text, kept));
        String links = blocks.stream().flatMap(block -> block.links().stream()).collect(Collectors.joining(" "));
        for (SourceLine line : SourceLine.of(source)) {
            List<String> missing = new ArrayList<>();
            for (String word : Plain.split(withoutAddresses(line.text()))) {
                int left = kept.getOrDefault(word, 0);
                if (left == 0 && !links.contains(word)) {
                    missing.add(word);
                } else if (left > 0) {
                    kept.put(word, left - 1);
                }
            }
            if (!missing.isEmpty()) {
                log.removed(line.number(), "left_over", String.join(" ", missing));
            }
        }
    }

    private static void count(String text, Map<String, Integer> words) {
        Plain.split(text).forEach(word -> words.merge(word, 1, Integer::sum));
    }

    /** Addresses are in the links of the blocks. */
    private static String withoutAddresses(String text) {
        StringBuilder rest = new StringBuilder(text);
        List<Addresses.Found> found = Addresses.in(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            Addresses.Found address = found.get(i);
            int shown = address.title() == null ? 0 : address.title().length() + 2;
            rest.replace(address.start() + shown, address.end(), " ");
        }
        return rest.toString();
    }
}
