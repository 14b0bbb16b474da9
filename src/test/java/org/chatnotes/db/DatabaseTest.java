package org.chatnotes.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chatnotes.problem.Problem;

class DatabaseTest {
    @EachEngine
    void aCharacterThatTheEngineDoesNotKeepIsAMistakeOfTheSender(Database database) {
        if (database.engine() == Engine.SQLITE) {
            assertThat(count(database, "a\0b")).isZero();
        } else {
            assertThatThrownBy(() -> count(database, "a\0b"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("cannot be kept");
        }
    }

    private static int count(Database database, String name) {
        return database.query(handle -> handle.createQuery("SELECT count(*) FROM app_user WHERE login = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one());
    }
}
