package org.printwire;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the walls of the house. Who may see whom is read from docs/architecture.md: that table is the rule. */
class HouseTest {

    private static final String HOUSE = "org.printwire.";
    private static final Path SOURCES = Path.of("src/main/java/org/printwire");
    private static final int MOST_LINES = 250;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.printwire");

    static Stream<Room> rooms() {
        return Room.all().stream();
    }

    @Test
    void every_room_is_in_the_table_of_the_architecture() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(Room.all().stream().map(Room::name))
                    .containsExactlyInAnyOrderElementsOf(folders.map(folder -> folder.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_sees_the_rooms_that_the_architecture_names_and_no_others(Room room) {
        assertThat(room.seen()).isEqualTo(room.sees());
    }

    @Test
    void no_two_rooms_see_each_other_even_by_way_of_others() {
        Map<String, TreeSet<String>> below = new TreeMap<>();
        Room.all().forEach(room -> below.put(room.name(), new TreeSet<>(room.sees())));
        for (int step = 0; step < below.size(); step++) {
            below.values().forEach(sees -> List.copyOf(sees).forEach(room -> sees.addAll(below.get(room))));
        }

        assertThat(below).allSatisfy((room, sees) -> assertThat(sees).doesNotContain(room));
    }

    @Test
    void webhook_and_printer_never_see_each_other() {
        noClasses().that().resideInAPackage(HOUSE + "webhook..").should()
                .dependOnClassesThat().resideInAPackage(HOUSE + "printer..").check(CLASSES);
        noClasses().that().resideInAPackage(HOUSE + "printer..").should()
                .dependOnClassesThat().resideInAPackage(HOUSE + "webhook..").check(CLASSES);
    }

    @Test
    void nobody_sees_cli() {
        noClasses().that().resideOutsideOfPackage(HOUSE + "cli..").should()
                .dependOnClassesThat().resideInAPackage(HOUSE + "cli..").check(CLASSES);
    }

    @Test
    void only_cli_sees_app() {
        noClasses().that().resideOutsideOfPackages(HOUSE + "cli..", HOUSE + "app..").should()
                .dependOnClassesThat().resideInAPackage(HOUSE + "app..").check(CLASSES);
    }

    /**
     * The demo's receiver in {@code cli} measures the pictures it gets, with AWT: it plays another program, so it must
     * not ask the room that made them.
     */
    @ParameterizedTest
    @CsvSource({
        "com.fazecast, serial", "com.sun.jna, posix", "okhttp3, http", "okio, http", "com.fasterxml.jackson, config json",
        "org.yaml.snakeyaml, config", "picocli, cli", "java.sql, store", "org.sqlite, store",
        "com.github.sarxos, camera", "java.awt, camera cli",
        "javax.imageio, camera cli", "com.sun.net.httpserver, cli", "sun.misc, cli", "ch.qos.logback, nowhere", "org.slf4j, nowhere"
    })
    void a_library_is_used_in_its_room_and_nowhere_else(String library, String rooms) {
        String[] homes = Stream.of(rooms.split(" ")).map(room -> HOUSE + room + "..").toArray(String[]::new);

        noClasses().that().resideOutsideOfPackages(homes).should()
                .dependOnClassesThat().resideInAPackage(library + "..").check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"gcode", "marlin", "stream", "event", "time"})
    void the_core_depends_on_the_jdk_alone(String room) {
        classes().that().resideInAPackage(HOUSE + room + "..").should()
                .onlyDependOnClassesThat().resideInAnyPackage("java..", "org.printwire..").check(CLASSES);
    }

    @Test
    void the_core_touches_no_port_no_network_and_starts_no_thread() {
        noClasses().that().resideInAnyPackage(HOUSE + "marlin..", HOUSE + "stream..", HOUSE + "job..").should()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..", "java.util.concurrent.locks..")
                        .or(assignableTo(Thread.class)).or(assignableTo(Executor.class))
                        .or(assignableTo(Files.class)))
                .check(CLASSES);
    }

    @Test
    void nobody_but_time_asks_a_clock_or_sleeps() {
        DescribedPredicate<JavaClass> clocks = resideInAnyPackage("java.time..");

        noClasses().that().resideOutsideOfPackage(HOUSE + "time..").should()
                .accessTargetWhere(target(owner(clocks)).and(target(name("now")))
                        .or(target(owner(assignableTo(System.class)))
                                .and(target(nameMatching("nanoTime|currentTimeMillis"))))
                        .or(target(owner(assignableTo(Thread.class)))
                                .and(target(nameMatching("sleep|onSpinWait|yield"))))
                        .or(target(nameMatching("parkNanos|parkUntil")))
                        .or(target(owner(assignableTo(java.util.concurrent.TimeUnit.class))).and(target(name("sleep")))))
                .orShould().callConstructor(java.util.Date.class)
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock")
                .check(CLASSES);
    }

    /**
     * Five places make threads, and each has its reason: HostThreads is the one for the program, SystemTime has the
     * timer. The printer behind {@code --port sim} must live before and after the host that opens its port; the demo's
     * receiver plays another program; and a shutdown hook, which {@code simulate} needs to write its report, is a thread
     * to the JVM.
     */
    @Test
    void threads_are_made_in_five_places() {
        String makers = "org\\.printwire\\.(app\\.HostThreads|time\\.SystemTime|cli\\.SimulatedPort"
                + "|cli\\.WebhookReceiver|cli\\.Simulate)";

        noClasses().that().haveNameNotMatching(makers + "(\\$.*)?").should()
                .accessTargetWhere(target(owner(assignableTo(Executors.class)))
                        .or(target(owner(assignableTo(ForkJoinPool.class))))
                        .or(target(nameMatching("parallelStream|supplyAsync|runAsync"))))
                .orShould().callConstructorWhere(makesThreads())
                .check(CLASSES);
    }

    @Test
    void no_name_says_nothing() {
        noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper")
                .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
    }

    @Test
    void no_file_is_longer_than_250_lines() throws IOException {
        List<String> long_ = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    if (lines.count() > MOST_LINES) {
                        long_.add(SOURCES.relativize(file).toString());
                    }
                }
            }
        }

        assertThat(long_).isEmpty();
    }

    private static DescribedPredicate<JavaConstructorCall> makesThreads() {
        return DescribedPredicate.describe("makes a thread", call ->
                call.getTargetOwner().isAssignableTo(Thread.class)
                        && !call.getOriginOwner().isAssignableTo(Thread.class)
                        || call.getTargetOwner().isAssignableTo(Executor.class));
    }

    /** A row of the table: a room, and the rooms it may see. */
    record Room(String name, TreeSet<String> sees) {

        private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]* \\|([^|]*)\\|");
        private static final Pattern NAME = Pattern.compile("`(\\w+)`");

        static List<Room> all() {
            try {
                String page = Files.readString(Path.of("docs/architecture.md"));
                String table = page.split("(?m)^## ")[2];
                return ROW.matcher(table).results().map(Room::of).toList();
            } catch (IOException e) {
                throw new AssertionError("docs/architecture.md cannot be read", e);
            }
        }

        private static Room of(MatchResult row) {
            TreeSet<String> sees = new TreeSet<>();
            NAME.matcher(row.group(2)).results().forEach(room -> sees.add(room.group(1)));
            return new Room(row.group(1), sees);
        }

        /** The rooms that its classes depend on. */
        TreeSet<String> seen() {
            TreeSet<String> seen = new TreeSet<>();
            CLASSES.stream().filter(each -> roomOf(each).equals(name))
                    .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> roomOf(dependency.getTargetClass().getBaseComponentType()))
                    .filter(room -> !room.isEmpty() && !room.equals(name))
                    .forEach(seen::add);
            return seen;
        }

        private static String roomOf(JavaClass type) {
            String place = type.getPackageName();
            return place.startsWith(HOUSE) ? place.substring(HOUSE.length()).split("\\.")[0] : "";
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
