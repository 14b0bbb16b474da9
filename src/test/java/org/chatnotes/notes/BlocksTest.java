package org.chatnotes.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chatnotes.problem.Problem;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private final Document abc = blocks("a b c");

    @Test
    void verbsChangeTheOrder() {
        assertThat(ids(Blocks.add(abc, "a", Block.of("x", new Content.Divider()))))
                .isEqualTo("a x b c");
        assertThat(ids(Blocks.add(abc, null, Block.of("x", new Content.Divider()))))
                .isEqualTo("x a b c");
        assertThat(ids(Blocks.moveUp(abc, "b"))).isEqualTo("b a c");
        assertThat(ids(Blocks.moveUp(abc, "a"))).isEqualTo("a b c");
        assertThat(ids(Blocks.moveDown(abc, "b"))).isEqualTo("a c b");
        assertThat(ids(Blocks.moveDown(abc, "c"))).isEqualTo("a b c");
        assertThat(ids(Blocks.moveTo(abc, "c", 0))).isEqualTo("c a b");
        assertThat(ids(Blocks.order(abc, List.of("c", "a", "b")))).isEqualTo("c a b");
        assertThat(ids(Blocks.duplicate(abc, "b", "x"))).isEqualTo("a b x c");
        assertThat(ids(Blocks.delete(abc, "b"))).isEqualTo("a c");
    }

    @Test
    void aDeletedBlockComesBackNearWhereItStood() {
        assertThat(ids(Blocks.undelete(blocks("a c"), abc, "b"))).isEqualTo("a b c");
        assertThat(ids(Blocks.undelete(blocks("c x"), abc, "b"))).isEqualTo("b c x");
        assertThat(ids(Blocks.undelete(blocks("c x a"), abc, "b"))).isEqualTo("c x a b");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Blocks.delete(abc, "z")).hasMessageContaining("no block “z”");
        assertThatThrownBy(() -> Blocks.order(abc, List.of("a", "b"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Blocks.order(abc, List.of("a", "b", "b"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Blocks.moveTo(abc, "a", 3)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Blocks.add(abc, "a", Block.of("b", new Content.Divider())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void freshIdsAreShortAndDifferent() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            ids.add(Blocks.freshId(abc));
        }
        assertThat(ids).hasSizeGreaterThan(195).allMatch(id -> id.matches("b[a-z2-9]{4}"));
    }

    private static Document blocks(String ids) {
        return Document.titled(
                "T",
                "en",
                Arrays.stream(ids.split(" "))
                        .map(id -> Block.of(id, new Content.Divider()))
                        .toList());
    }

    private static String ids(Document document) {
        return String.join(" ", document.blocks().stream().map(Block::id).toList());
    }
}
