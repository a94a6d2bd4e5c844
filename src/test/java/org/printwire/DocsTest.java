package org.printwire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.cli.ExitCode;

/** Holds the README and the pages in docs to the code. */
class DocsTest {

    private static final Path PROTOCOL = Path.of("docs/serial-protocol.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of),
                    docs.filter(page -> page.toString().endsWith(".md")).sorted()).toList().stream();
        }
    }

    @Test
    void the_readme_has_the_exit_codes_of_the_program() throws IOException {
        List<String> rows = found(Pattern.compile("(?m)^\\| (\\d+ \\| .*) \\|$"), Path.of("README.md"))
                .map(row -> row.group(1)).toList();

        assertThat(rows).containsExactlyElementsOf(
                Arrays.stream(ExitCode.values()).map(code -> code.number() + " | " + code.meaning()).toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_to_a_file(Path page) throws IOException {
        assertThat(found(LINK, page).map(link -> link.group(1)).filter(link -> !link.startsWith("http")))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_test_that_a_page_names_exists(Path page) throws IOException {
        Map<String, List<String>> classes = testClasses();

        assertThat(found(TEST, page).toList()).allSatisfy(named -> {
            assertThat(classes).as(page + " names it").containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(classes.get(named.group(1)).stream().flatMap(DocsTest::methods)).as(named.group(1))
                        .contains(named.group(2));
            }
        });
    }

    @Test
    void the_table_of_faults_names_a_test_for_each() throws IOException {
        String faults = Files.readString(PROTOCOL).split("(?m)^## Faults.*$")[1].split("(?m)^## ")[0];

        assertThat(faults.lines().filter(line -> line.startsWith("| ")).skip(2))
                .isNotEmpty().allSatisfy(row -> assertThat(row).containsPattern("`\\w+Test\\.\\w+` \\|$"));
    }

    @Test
    void the_time_limits_are_those_of_the_code() throws IOException, ReflectiveOperationException {
        Pattern row = Pattern.compile("(?m)^\\| `(\\w+)\\.([A-Z_]+)` \\| ([^|]+) \\|");
        List<MatchResult> rows = found(row, PROTOCOL).toList();

        assertThat(rows).hasSizeGreaterThan(20);
        for (MatchResult limit : rows) {
            assertThat(limit.group(3)).as(limit.group(1) + "." + limit.group(2))
                    .isEqualTo(constant(limit.group(1), limit.group(2)));
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results();
    }

    /** Full names by simple name. */
    private static Map<String, List<String>> testClasses() throws IOException {
        Path tests = Path.of("src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString()).filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
        }
    }

    private static Stream<String> methods(String type) {
        try {
            Class<?> loaded = Class.forName(type, false, DocsTest.class.getClassLoader());
            return Arrays.stream(loaded.getDeclaredMethods()).map(Method::getName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(type + " is not compiled", e);
        }
    }

    /** As the page writes it: whole minutes as minutes, else seconds; counts as they are. */
    private static String constant(String type, String name) throws ReflectiveOperationException {
        String room = type.equals("ErrorJoiner") ? "marlin" : "stream";
        Field field = Class.forName("org.printwire." + room + "." + type).getDeclaredField(name);
        field.setAccessible(true);
        Object value = field.get(null);
        if (value instanceof Integer count) {
            return String.valueOf(count);
        }
        Duration limit = value instanceof Long nanos ? Duration.ofNanos(nanos) : (Duration) value;
        return limit.toSeconds() > 0 && limit.toSeconds() % 60 == 0
                ? limit.toMinutes() + " min"
                : String.valueOf(limit.toMillis() / 1000.0).replaceAll("\\.0$", "") + " s";
    }
}
