package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final Map<String, Object> VALUES = map(
            "a", "Ab", "n", null, "empty", "", "zero", 0, "f", 14.496484, "half", 2.5, "whole", 50.0, "large", 1e12,
            "nan", Double.NaN, "t12", 12, "t60", 60, "t250", 250.4, "t4980", 4980, "t3600", 3600, "t97200", 97200,
            "minus", -75, "text", "90", "long", "9".repeat(400), "endless", 1e300,
            "time", 1795458605, "iso", "2026-11-23T18:30:05.250Z", "offset", "2026-11-23T18:30:05+02:00",
            "emoji", "a\ud83d\ude00b\ud83d\ude00", "far", 1e12,
            "html", "<b>\"M&M's\"</b>", "path", "a b/ü?&", "d", map("x", 1));

    private final TemplateEngine engine = new TemplateEngine(Rules.PLAIN, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "@t12|duration;12s", "@t60|duration;1m 0s", "@t250|duration;4m 10s", "@t3600|duration;1h 0m",
        "@t4980|duration;1h 23m", "@t97200|duration;1d 3h", "@minus|duration;-1m 15s", "@text|duration;1m 30s",
        "@zero|duration;0s", "@a|duration;Ab", "<@n|duration>;<>",
        "@f|round left;14 left", "@f|round:1 %;14.5 %", "@half|round .;3 .", "@whole|round:1.;50.0.", "@a|round;Ab",
        "@large|round .;1000000000000 .", "@f|round:2|json;14.5",
        "@d|json;{\"x\":1}", "@a|json;\"Ab\"", "@n|json;null",
        "@time|localtime;2026-11-23 19:30", "@iso|localtime;2026-11-23 19:30", "@offset|localtime;2026-11-23 17:30",
        "@iso|localtime:'HH:mm' o'clock;19:30 o'clock", "@iso|localtime:'EEE d MMM';Mon 23 Nov", "@a|localtime;Ab",
        "@a|upper;AB", "@a|lower|json;\"ab\"", "@zero|lower;0",
        "@nothing|default:none;none", "@n|default:none!;none!", "@empty|default:'not yet';not yet", "@a|default:none;Ab",
        "@zero|default:none|json;0", "@d.y|default:a.b.;a.b.", "@nothing|default:'';``",
        "@path|url;a%20b%2F%C3%BC%3F%26", "@d|url;%7B%22x%22%3A1%7D",
        "@html|html;`&lt;b&gt;&quot;M&amp;M&#39;s&quot;&lt;/b&gt;`",
        "@time|isotime;2026-11-23T18:30:05Z", "@iso|isotime;2026-11-23T18:30:05Z",
        "@offset|isotime;2026-11-23T16:30:05Z", "@zero|isotime;1970-01-01T00:00:00Z", "@half|isotime;1970-01-01T00:00:02Z",
        "@a|isotime;Ab", "<@n|isotime>;<>", "@far|isotime .;1000000000000.0 .", "@minus|isotime;1969-12-31T23:58:45Z",
        "@html|slack;`&lt;b&gt;\"M&amp;M's\"&lt;/b&gt;`", "@zero|slack;0", "<@n|slack>;<>",
        "@path|short:3;a \u2026", "@path|short:7;a b/\u00fc?&", "@path|short:6.;a b/\u00fc\u2026.", "@a|short:1;\u2026",
        "@emoji|short:4;a\ud83d\ude00b\ud83d\ude00", "@emoji|short:3;a\ud83d\ude00\u2026", "@emoji|short:2;a\u2026",
        "@t97200|short:3: no;97\u2026: no", "@d|short:4;{\"x\u2026", "@n|short:2|default:none;none",
        "@html|short:2|html;`&lt;\u2026`",
        "@a|@t12;Ab|12", "@a||upper;Ab||upper", "@a |upper;Ab |upper", "@t250|duration: soon;4m 10s: soon",
        "@a|upper:x;AB:x", "@a|;Ab|"
    })
    void a_value_is_filtered(String template, String text) {
        assertThat(engine.text(template).text(VALUES)).isEqualTo(text);
        assertThat(engine.text(template).problems()).isEmpty();
    }

    @Test
    void a_filter_at_a_whole_value_gives_its_own_type() {
        assertThat(engine.text("@f|round").value(VALUES)).isEqualTo(14);
        assertThat(engine.text("@large|round").value(VALUES)).isEqualTo(1_000_000_000_000L);
        assertThat(engine.text("@f|round:1").value(VALUES)).isEqualTo(14.5);
        assertThat(engine.text("@n|round").value(VALUES)).isNull();
        assertThat(engine.text("@nan|round").value(VALUES)).isEqualTo(Double.NaN);
        assertThat(engine.text("@endless|duration").value(VALUES)).isEqualTo(1e300);
        assertThat(engine.text("@nothing|default:x").value(VALUES)).isEqualTo("x");
        assertThat(engine.text("@t12|short:2").value(VALUES)).isEqualTo(12);
        assertThat(engine.text("@n|short:2").value(VALUES)).isNull();
        assertThat(engine.text("@nan|isotime").value(VALUES)).isEqualTo(Double.NaN);
    }

    @Test
    void a_number_of_a_million_digits_is_left_alone() {
        assertThat(engine.text("@long|round").value(VALUES)).isEqualTo("9".repeat(400));
        assertThat(engine.text("@x|round").value(Map.of("x", "1e999999999"))).isEqualTo("1e999999999");
    }

    @Test
    void an_unknown_filter_leaves_the_value_and_is_a_problem() {
        assertThat(engine.text("@a|dura!").text(VALUES)).isEqualTo("Ab!");
        assertThat(engine.text("@a|dura!").problems()).containsExactly("there is no filter 'dura'; write one of "
                + "default, duration, html, isotime, json, localtime, lower, round, short, slack, upper, url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@a|default", "@a|round:10", "@a|round:x", "@a|localtime:'{'", "@a|localtime:'VV bb'",
        "@a|short", "@a|short:0", "@a|short:x", "@a|short:12345678", "@a|short:''"})
    void an_argument_that_makes_no_sense_is_a_problem_and_no_failure(String template) {
        assertThat(engine.text(template).problems()).hasSize(1);
        assertThat(engine.text(template).value(VALUES)).isEqualTo("Ab");
    }

    @Test
    void the_plugin_has_no_filters() {
        Template template = new TemplateEngine(Rules.OCTOPRINT, ZoneId.of("UTC")).text("@a|upper");

        assertThat(template.text(VALUES)).isEmpty();
        assertThat(template.names()).containsExactly("a|upper");
    }
}
