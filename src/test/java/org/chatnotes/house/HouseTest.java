package org.chatnotes.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the laws of the house, and shows of each that a planted offence breaks it. */
class HouseTest {
    private static final String ROOT = "org.chatnotes";
    private static final String PLANTED = "org.chatnotes.house.planted";
    private static final Pattern TEST_CLASSES = Pattern.compile(".*/test(-classes)?/.*");
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(location -> !location.matches(TEST_CLASSES))
            .importPackages(ROOT);
    private static final JavaClasses OFFENCES = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void dependenciesPointUp() {
        holds(House::dependenciesPointUp);
    }

    @Test
    void everyRoomIsOnThePlan() {
        holds(House::everyRoomIsOnThePlan);
    }

    @Test
    void storesAloneUseJdbi() {
        holds(House::storesAloneUseJdbi);
    }

    @Test
    void storesAreTheRoomsOwn() {
        holds(House::storesAreTheRoomsOwn);
    }

    @Test
    void resourcesAndPagesAloneUseRest() {
        holds(House::resourcesAndPagesAloneUseRest);
    }

    @Test
    void workersAloneUseThreads() {
        holds(House::workersAloneUseThreads);
    }

    @Test
    void mailRoomsAloneUseJakartaMail() {
        holds(House::mailRoomsAloneUseJakartaMail);
    }

    @Test
    void nobodyAsksTheWall() {
        holds(House::nobodyAsksTheWall);
    }

    @Test
    void nobodySleeps() {
        holds(House::nobodySleeps);
    }

    @Test
    void namesSaySomething() {
        holds(House::namesSaySomething);
    }

    private static void holds(Function<House, ArchRule> law) {
        law.apply(new House(ROOT)).check(OURS);
        assertThat(law.apply(new House(PLANTED)).evaluate(OFFENCES).hasViolation())
                .as("the law bites on a planted offence")
                .isTrue();
    }
}
