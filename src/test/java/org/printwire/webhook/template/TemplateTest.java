package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.printwire.testing.Hook.map;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections 3.1 to 3.6 of the facts about the OctoPrint-Webhooks plugin: each row names its own. */
class TemplateTest {

    static final Map<String, Object> VALUES = map(
            "a", "AA", "b", "BB", "ab", "ABAB", "n", 5, "f", 14.496484023169915, "whole", 50.0, "big", 10890569.5,
            "huge", 1e16, "small", 1e-5, "yes", true, "no", false, "null", null, "empty", map(), "none", List.of(),
            "percentCompleteMilestone", 50, "self", "@self @a", "mail", "joe@x.com", "access-token", "t@ken",
            "d", map("x", 1, "s", "y", "n", null), "l", List.of("p", "q"),
            "job", map("file", map("name", "cube's.gcode"), "filament", null),
            "progress", map("completion", 14.5, "filepos", 1234), "currentZ", null, "state", map("text", "Printing"),
            "meta", map("history", Arrays.asList(map("success", true), null, map("success", false))));

    @ParameterizedTest(name = "{0}: \"{1}\"")
    @MethodSource("rows")
    void an_expansion_under_both_rules(String section, String template, Object octoprint, Object plain) {
        assertThat(value(Rules.OCTOPRINT, template)).as("octoprint").isEqualTo(octoprint);
        assertThat(value(Rules.PLAIN, template)).as("plain").isEqualTo(plain);
    }

    static List<Arguments> rows() {
        return List.of(
                row("3.1 nothing of a payload is promoted", "@name", ""),
                row("3.2 a name ends at a space, which stays", "@percentCompleteMilestone % done", "50 % done"),
                row("3.2 a name ends at the end", "it is @n", "it is 5"),
                row("3.2 percent", "@n%", "", "5%"),
                row("3.2 comma", "@a, hi", " hi", "AA, hi"),
                row("3.2 bracket", "(@a)", "(", "(AA)"),
                row("3.2 hyphen and next name", "@a-@b", "", "AA-BB"),
                row("3.2 hyphen inside of a name", "@access-token", "t@ken"),
                row("3.2 line break", "@a\n@b", "", "AA\nBB"),
                row("3.2 tab", "@a\t.", "", "AA\t."),
                row("3.2 slash", "@n/@n", "", "5/5"),
                row("3.2 quote", "\"@a\"", "\"", "\"AA\""),
                row("3.2 two signs", "@@a", "", "@a"),
                row("3.2 a backslash is no escape", "\\@a", "\\AA"),
                row("3.2 an address of mail", "foo@bar.com baz", "foo baz"),
                row("3.2 an address of mail with two signs", "foo@@bar.com baz", "foo baz", "foo@bar.com baz"),
                row("3.2 a mention", "mention <@@123>", "mention <", "mention <@123>"),
                row("3.2 a sign alone", "@", "", "@"),
                row("3.2 a sign and a space", "a @ b", "a  b", "a @ b"),
                row("3.2 letter case counts", "@A", ""),
                row("3.2 empty parts", "@d..x", "", "{\"x\":1,\"s\":\"y\",\"n\":null}..x"),
                row("3.2 an empty first part", "@.d", "", "@.d"),
                row("3.2 a hyphen behind a dot", "@n.-n", "", "5.-n"),
                row("3.2 letters of another script end a name", "@aの印刷", "", "AAの印刷"),
                row("3.2 an emoji ends a name", "@a🙂", "", "AA🙂"),
                row("3.2 no name at all", "plain text", "plain text"),
                row("3.2 an empty text", "", ""),
                row("3.3 whole number keeps its type", "@n", 5),
                row("3.3 whole fraction keeps its type", "@f", 14.496484023169915),
                row("3.3 whole flag keeps its type", "@yes", true),
                row("3.3 whole null keeps its type", "@currentZ", null),
                row("3.3 whole object keeps its type", "@d", VALUES.get("d")),
                row("3.3 whole list keeps its type", "@l", VALUES.get("l")),
                row("3.3 whole within an object", "@progress.completion", 14.5),
                row("3.3 whole and missing is an empty text", "@nothing", ""),
                row("3.3 a trailing space makes it text", "@n ", "5 "),
                row("3.3 null in a text", "z @currentZ .", "z None .", "z  ."),
                row("3.3 flags in a text", "@yes @no .", "True False .", "true false ."),
                row("3.3 fraction in a text", "at @f now", "at 14.496484023169915 now"),
                row("3.3 whole fraction in a text", "at @whole now", "at 50.0 now"),
                row("3.3 no exponent from ten million on", "at @big now", "at 10890569.5 now"),
                row("3.3 exponent from 1e16 on", "at @huge now", "at 1e+16 now", "at 10000000000000000.0 now"),
                row("3.3 exponent below 1e-4", "at @small now", "at 1e-05 now", "at 0.00001 now"),
                row("3.3 object in a text", "@d .", "{'x': 1, 's': 'y', 'n': None} .",
                        "{\"x\":1,\"s\":\"y\",\"n\":null} ."),
                row("3.3 list in a text", "@l .", "['p', 'q'] .", "[\"p\",\"q\"] ."),
                row("3.3 nothing in an object", "@empty @none .", "{} [] ."),
                row("3.3 quotes in an object", "@job.file .", "{'name': \"cube's.gcode\"} .",
                        "{\"name\":\"cube's.gcode\"} ."),
                row("3.4 a list has no numbers", "@l.0", "", "p"),
                row("3.4 into a list and on", "@meta.history.2.success", "", false),
                row("3.4 beyond a list", "@l.2", ""),
                row("3.4 a number too long for a list", "@l.99999999999", ""),
                row("3.4 null in a list", "@meta.history.1.success", ""),
                row("3.4 into null", "@job.filament.tool0.length", ""),
                row("3.4 into a null at the top", "@currentZ.x", ""),
                row("3.4 into a number", "@n.x", ""),
                row("3.4 into a flag", "@yes.x", ""),
                row("3.4 into a text", "@state.text.Print", ""),
                row("3.4 a full stop behind a text", "@state.text.", "", "Printing."),
                row("3.4 a full stop and more", "Done: @job.file.name. Bye", "Done:  Bye", "Done: cube's.gcode. Bye"),
                row("3.4 a missing key", "@job.file.size", ""),
                row("3.5 a value is not expanded again", "@self", "@self @a"),
                row("3.5 a value in a text is not expanded again", "x @self x", "x @self @a x"),
                row("3.5 a sign within a value stays", "to @mail now", "to joe@x.com now"),
                row("3.6 a name is not replaced within a longer one", "@a @ab", "AA ABAB"),
                row("3.6 a longer name first", "@ab @a", "ABAB AA"),
                row("3.6 a name and a path of the same beginning", "@d - @d.x", "{'x': 1, 's': 'y', 'n': None} - 1",
                        "{\"x\":1,\"s\":\"y\",\"n\":null} - 1"),
                row("3.9 snapshot within a text is missing", "x @snapshot", "x "));
    }

    private static Arguments row(String section, String template, Object both) {
        return arguments(section, template, both, both);
    }

    private static Arguments row(String section, String template, Object octoprint, Object plain) {
        return arguments(section, template, octoprint, plain);
    }

    @Test
    void sequences_of_signs_are_read_from_the_left() {
        assertThat(value(Rules.PLAIN, "@@@a @@@@ @@")).isEqualTo("@AA @@ @");
    }

    @Test
    void names_are_the_first_parts_of_what_is_mentioned() {
        assertThat(engine(Rules.PLAIN).text("@job.file.name @@no @a|upper @job.x, @").names())
                .containsExactly("job", "a");
        assertThat(engine(Rules.OCTOPRINT).text("@a, @job.file").names()).containsExactly("a,", "job");
    }

    @Test
    void a_template_shows_nothing_of_its_text() {
        assertThat(engine(Rules.PLAIN).text("s3cr3t @a")).hasToString("Template[a]");
    }

    @Test
    @Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
    void a_megabyte_of_signs_is_read_and_expanded() {
        String text = "@a|upper:|@@@.@-@".repeat(60_000);

        for (Rules rules : Rules.values()) {
            assertThat(engine(rules).text(text).text(VALUES)).isNotNull();
            assertThat(engine(rules).url("http://" + text).text(VALUES)).isNotNull();
        }
    }

    static TemplateEngine engine(Rules rules) {
        return new TemplateEngine(rules, ZoneOffset.UTC);
    }

    static Object value(Rules rules, String template) {
        return engine(rules).text(template).value(VALUES);
    }
}
