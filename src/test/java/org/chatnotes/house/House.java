package org.chatnotes.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laws of the house as rules, over the rooms below one root package: ours, or that of the planted offences. */
final class House {
    /** Floors from the top down; a room may call rooms on floors above it, and rooms left of it in its row. */
    static final List<List<String>> FLOORS = List.of(
            List.of("problem", "i18n"),
            List.of("db", "events", "signing", "markup", "mail", "settings"),
            List.of("smtp", "runtime", "web"),
            List.of("outbox", "media", "library", "subscribers"),
            List.of("access", "lists", "tracking"),
            List.of("preferences", "transfer", "series"),
            List.of("notes", "intake", "rendering", "checks"),
            List.of("editions", "inbound"),
            List.of("planner", "archive", "reports", "webhooks"),
            List.of("editor", "workshop", "inbox", "demo", "cli", ""));

    private final String root;
    private final Map<String, Integer> places = new TreeMap<>();

    House(String root) {
        this.root = root;
        int place = 0;
        for (List<String> floor : FLOORS) {
            for (String room : floor) {
                places.put(room, place++);
            }
        }
    }

    /** Dependencies point up or left; the places count rooms in that reading order. */
    ArchRule dependenciesPointUp() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("call only rooms above or left of their own") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (ours(from) && ours(to) && place(to) > place(from)) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        });
    }

    ArchRule everyRoomIsOnThePlan() {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<>("live in a room of the plan, without sub-packages") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (ours(item) && !places.containsKey(room(item))) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getName() + " lives in no room of the plan"));
                        }
                    }
                });
    }

    ArchRule storesAloneUseJdbi() {
        return noClasses()
                .that(notNamed("Store").and(notIn("db")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..");
    }

    ArchRule storesAreTheRoomsOwn() {
        return noClasses().that(simpleNameEndingWith("Store")).should().haveModifier(JavaModifier.PUBLIC);
    }

    ArchRule resourcesAndPagesAloneUseRest() {
        return noClasses()
                .that(notNamed("Resource")
                        .and(notNamed("Pages"))
                        .and(notNamed("Filter"))
                        .and(notIn("web", "")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish.jersey..");
    }

    ArchRule workersAloneUseThreads() {
        return noClasses()
                .that(notNamed("Worker").and(notIn("runtime", "smtp", "")))
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "a thread is made", call -> call.getTargetOwner().isEquivalentTo(Thread.class)));
    }

    ArchRule mailRoomsAloneUseJakartaMail() {
        return noClasses()
                .that(notIn("mail", "smtp", "inbox"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "com.icegreen..");
    }

    /** Time comes from the injected clock, so that tests can set it. */
    ArchRule nobodyAsksTheWall() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe("the wall clock is read", this::wallClock));
    }

    ArchRule nobodySleeps() {
        return noClasses().should().callMethod(Thread.class, "sleep", long.class);
    }

    ArchRule namesSaySomething() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Common)(\\$.*)?");
    }

    private boolean wallClock(JavaMethodCall call) {
        Class<?>[] dated = {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class};
        boolean now = call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty()
                && List.of(dated).stream()
                        .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type));
        return now || call.getName().equals("currentTimeMillis");
    }

    private boolean ours(JavaClass item) {
        return item.getPackageName().equals(root) || item.getPackageName().startsWith(root + ".");
    }

    private String room(JavaClass item) {
        return item.getPackageName().equals(root) ? "" : item.getPackageName().substring(root.length() + 1);
    }

    private int place(JavaClass item) {
        return places.getOrDefault(room(item), Integer.MAX_VALUE);
    }

    private DescribedPredicate<JavaClass> notNamed(String suffix) {
        return DescribedPredicate.describe("not named …" + suffix, item -> {
            String top = item.getName().substring(item.getPackageName().length() + 1);
            return !top.replaceAll("\\$.*", "").endsWith(suffix);
        });
    }

    private DescribedPredicate<JavaClass> notIn(String... rooms) {
        String[] packages = List.of(rooms).stream()
                .map(room -> room.isEmpty() ? root : root + "." + room)
                .toArray(String[]::new);
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }
}
