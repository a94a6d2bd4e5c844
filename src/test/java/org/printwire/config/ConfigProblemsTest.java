package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigProblemsTest {

    private static final String EVENTS = "PrintStarted, PrintDone, PrintFailed, PrintPaused, UserActionNeeded, Error, "
            + "PrintProgress, Layer, CooledDown, Connected, Disconnected, FirmwareIdentified, PrinterReset, PrintCancelled, PrintResumed, "
            + "PhaseChanged, StopsPlanned, ProgressChanged, ZChanged, LayerChanged, LayerDone, ColorChangePending, ColorChangeWaiting, ColorChangeDone, "
            + "FilamentRunout, PrinterError, ResendsHigh, PowerFailed, TemperaturesReported, PositionReported, TimelapseDone, TimelapseFailed, MessageFired, Notice";
    private static final String INDENT =
            "give keys of one group the same number of blanks at the line's beginning";

    @TempDir
    Path directory;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("printr: {}", "c:1: printr: is not a key here; write printer"),
                mistake("colour: red", "c:1: colour: is not a key here; write one of printer, cameras, webhooks, delivery, storage, timelapse"),
                mistake("- a", "c:1: must be a group of keys, not a list; write KEY: VALUE lines below it"),
                mistake("hello", "c:1: must be a group of keys, not a text; write KEY: VALUE lines below it"),
                mistake("printer: 5", "c:1: printer: must be a group of keys, not a number; write KEY: VALUE lines below it"),
                mistake("printer:\n  prot: x", "c:2: printer.prot: is not a key here; write port"),
                mistake("printer:\n  baud: fast", "c:2: printer.baud: must be a whole number, not a text"),
                mistake("printer:\n  baud: \"115200\"", "c:2: printer.baud: must be a whole number, not a text"),
                mistake("printer:\n  warnMinutes: 5", "c:2: printer.warnMinutes: must be a list, not a number; write warnMinutes: [ONE, TWO]"),
                mistake("printer:\n  warnMinutes: [5, 0]", "c:2: printer.warnMinutes: must hold whole minutes from 1 to 1440, not 0; "
                        + "write warnMinutes: [5, 1]"),
                mistake("printer:\n  baud: 9", "c:2: printer.baud: must be from 1200 to 4000000, not 9"),
                mistake("printer:\n  baud: 99999999999999999999",
                        "c:2: printer.baud: must be from 1200 to 4000000, not 99999999999999999999"),
                mistake("printer:\n  baud: 1.5", "c:2: printer.baud: must be a whole number, not a number"),
                mistake("printer:\n  port: [a]", "c:2: printer.port: must be a text, not a list"),
                mistake("printer:\n  port: true", "c:2: printer.port: must be a text, not true or false; put it in quotes"),
                mistake("printer:\n  profile: mk4", "c:2: printer.profile: there is no profile 'mk4'; write one of "
                        + "ender-3, generic-marlin, prusa-mk2.5s, prusa-mk3s, or the path of your own"),
                mistake("printer:\n  profile: ./my.yaml", "c:2: printer.profile: the file ./my.yaml cannot be read; write "
                        + "the path of a profile, or one of ender-3, generic-marlin, prusa-mk2.5s, prusa-mk3s"),

                mistake("timelapse: {mode: layer}", "c:1: timelapse.mode: needs a camera; add one under cameras:"),
                mistake("timelapse: {mode: on}", "c:1: timelapse.mode: must be a text, not true or false; put it in quotes"),
                mistake("timelapse: {mode: frames}", "c:1: timelapse.mode: does not know 'frames'; write one of layer, seconds, "
                        + "millimetres, off"),
                mistake("timelapse: {every: 1.5}", "c:1: timelapse.every: must be a whole number of layers or seconds, not 1.5"),
                mistake("timelapse: {camera: roof}", "c:1: timelapse.camera: there is no camera 'roof'; add one under cameras:"),
                mistake("timelapse: {park: [G1 X0, G28]}", "c:1: timelapse.park[1]: cannot be 'G28'; write moves (G0 to G3, G90, "
                        + "G91, M82, M83), G4, M106, M107 or M204"),

                mistake("cameras: {name: a}", "c:1: cameras: must be a list, not a group of keys; begin each entry below it with '- '"),
                mistake("cameras: [{name: a}]", "c:1: cameras[0].type: is missing; write type: http or type: test"),
                mistake("cameras: [{type: usb}]",
                        "c:1: cameras[0].type: does not know 'usb'; write one of v4l2, command, http, test"),
                mistake("cameras: [{type: http}]",
                        "c:1: cameras[0].url: is missing; write url: http://127.0.0.1:8080/snapshot"),
                mistake("cameras: [{type: test, url: http://h}]", "c:1: cameras[0].url: is not for type test; leave it out"),
                mistake("cameras: [{type: http, url: nozzle.local}]", "c:1: cameras[0].url: must be a web address without "
                        + "blanks that begins with http:// or https://; write url: https://HOST/PATH"),
                mistake("cameras: [{type: v4l2, device: /dev/video0}]", "c:1: cameras[0].type: not built yet; write type: "
                        + "http with the snapshot url of a streamer such as ustreamer, or type: test"),
                mistake("cameras:\n - type: test\n   rotate: 45",
                        "c:3: cameras[0].rotate: must be 0, 90, 180 or 270 degrees clockwise, not 45"),
                mistake("cameras:\n - type: test\n   flipVertical: \"true\"", "c:3: cameras[0].flipVertical: must be true or "
                        + "false, not a text; write true or false, without quotes"),
                picture("maxWidth: 5000", "maxWidth: must be from 16 to 4096, not 5000"),
                picture("quality: 0", "quality: must be from 10 to 100, not 0"),
                picture("colour: red", "colour: is not a key here; write one of crop, maxWidth, maxHeight, quality, caption"),
                picture("caption: file", "caption: must be a list, not a text; write caption: [ONE, TWO]"),
                picture("caption: [weather]",
                        "caption: does not know 'weather'; write any of file, percent, layer, z, time"),
                picture("crop: 10%", "crop: must be a group of keys, not a text; write KEY: VALUE lines below it"),
                picture("crop: {left: ten}", "crop.left: must be pixels or percent, not 'ten'; write a whole number of "
                        + "pixels such as 120, or a share such as 12.5%"),
                picture("crop: {left: 101%}", "crop.left: must be pixels or percent, not '101%'; write a whole number of "
                        + "pixels such as 120, or a share such as 12.5%"),
                picture("crop: {top: 100%}", "crop.top: leaves nothing of the picture; write less than 100%"),
                picture("crop: {height: 0}", "crop.height: leaves nothing of the picture; write more than 0"),
                picture("crop: {left: 30%, width: 80%}",
                        "crop.width: goes beyond the picture: 30% and 80%; write 70% at most, or leave it out"),
                mistake("cameras:\n - {name: a, type: test}\n - {name: a, type: test}",
                        "c:3: cameras[1].name: there is another camera 'a'; write another name"),

                mistake("webhooks: [{}]", "c:1: webhooks[0].url: is missing; write url: https://HOST/PATH"),
                mistake("webhooks: [{url: }]", "c:1: webhooks[0].url: is missing; write url: https://HOST/PATH"),
                mistake("webhooks:\n - url: ftp://sesame", "c:2: webhooks[0].url: must be a web address without blanks that "
                        + "begins with http:// or https://; write url: https://HOST/PATH"),
                hook("urll: http://h", "urll: is not a key here; write url"),
                hook("id: two words", "id: must be letters, digits, '.', '_' and '-', not 'two words'; write a short name such as slack"),
                mistake("webhooks:\n - {id: a, url: http://h}\n - {id: a, url: http://h}",
                        "c:3: webhooks[1].id: there is another webhook 'a' at line 2; write another id"),
                hook("enabled: 1", "enabled: must be true or false, not a number"),
                hook("progressInterval: 0", "progressInterval: must be from 1 to 99, not 0"),
                hook("progressInterval: 100", "progressInterval: must be from 1 to 99, not 100"),
                hook("progressInterval: 10%", "progressInterval: must be a whole number, not a text"),
                hook("events: PrintDone", "events: must be a list, not a text; write events: [ONE, TWO]"),
                hook("events: []", "events: is an empty list; name one, or leave the key out, or write enabled: false"),
                hook("events: [PrintDone, Printstarted]", "events[1]: there is no event 'Printstarted'; write PrintStarted"),
                hook("events: [Lunch]", "events[0]: there is no event 'Lunch'; write one of " + EVENTS),
                hook("events: [true]", "events[0]: must be a text, not true or false; put it in quotes"),
                hook("messages: {PrintDne: done}", "messages.PrintDne: there is no event 'PrintDne'; write PrintDone"),
                hook("messages: done", "messages: must be a group of keys, not a text; write KEY: VALUE lines below it"),
                hook("headers: {X Y: z}", "headers.X Y: is not the name of an HTTP header; write letters, digits and '-'"),
                hook("headers: {X: \"a\\nb\"}", "headers.X: holds a character that no HTTP header may hold; write printable ASCII on one line"),
                hook("headers: '{\"X\": '", "headers: is a text, but not a JSON object; write headers: {NAME: VALUE}"),
                hook("headers: '{\"X\": []}'", "headers.X: must be a text, not a list"),
                hook("camera: nozzle", "camera: there is no camera 'nozzle'; add it under cameras:"),
                hook("snapshot: true", "snapshot: there is no camera to take a picture with; add one under cameras:, or write snapshot: false"),
                mistake("cameras: [{name: a, type: test}]\nwebhooks: [{url: http://h, camera: b}]",
                        "c:2: webhooks[0].camera: there is no camera 'b'; write one of a"),
                hook("apiSecret: env:NOPE", "apiSecret: the environment variable NOPE is not set; set it before the start, or write file:PATH"),
                hook("apiSecret: env:EMPTY", "apiSecret: the environment variable EMPTY is empty; set it before the start, or write file:PATH"),
                hook("apiSecret: file:nope", "apiSecret: the file nope does not exist; put the secret into a file that the user of printwire may read"),
                hook("apiSecret: file:.", "apiSecret: the file . is a directory; put the secret into a file that the user of printwire may read"),
                hook("headers: {X: env:NOPE}", "headers.X: the environment variable NOPE is not set; set it before the start, or write file:PATH"),

                mistake("printer:\n  baud: 115200\n  baud: 9600", "c:3: printer.baud: is here a second time, after line 2; remove one of the two"),
                mistake("printer: &p {port: a}", "c:1: printer: anchors and aliases (& and *) are not read here; write the value itself"),
                mistake("printer: {port: *p}", "c:1: printer.port: anchors and aliases (& and *) are not read here; write the value itself"),
                mistake("printer: {port: a}\n---\nprinter: {}", "c:3: a second document begins here; remove the line --- above it"));
    }

    static Stream<Arguments> noYaml() {
        return Stream.of(
                mistake("printer:\n\tport: a", "c:2: a tab is in the indentation; write blanks instead"),
                mistake("printer:\n  port: a\n   baud: 9600", "c:3: a ':' too many on this line, or the line is indented too "
                        + "far; put a value that holds ': ' in quotes; " + INDENT),
                mistake("printer:\n  port: a\n baud: 9600", "c:3: this line does not fit the lines above it; " + INDENT),
                mistake("printer:\n  port: \"a\n", "c:2: a quote is opened and not closed, or what is inside cannot be read; "
                        + "close it, and write \\ as \\\\ inside of \" quotes"),
                mistake("a: \"C:\\path\"", "c:1: a quote is opened and not closed, or what is inside cannot be read; "
                        + "close it, and write \\ as \\\\ inside of \" quotes"),
                mistake("a: @job", "c:1: a value begins with a character that means something else in YAML; "
                        + "put the value in quotes, as in \"@message\""),
                mistake("a: [b, c\nd: e", "c:2: a { or [ is not closed, or a comma is missing; close it with } or ]"),
                mistake("a: {b: c", "c:1: a { or [ is not closed, or a comma is missing; close it with } or ]"),
                mistake("printer:\n  port: a\nwebhooks\n", "c:3: the ':' after a key is missing on this line or the one "
                        + "before; write KEY: VALUE"),
                
                mistake("a: & b", "c:1: a value begins with * or &, which mean something else in YAML; put the value in quotes"),
                mistake("a: b\u0001", "c:1: there is a control character in the file; remove it"));
    }

    @ParameterizedTest
    @MethodSource({"mistakes", "noYaml"})
    void each_mistake_is_told_in_one_line_that_says_what_to_write(String text, String line) {
        assertThat(problems(text)).isEqualTo(line.replaceFirst("^c:", "config.yaml:"));
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
        assertThat(problems("""
                printer:
                  baud: fast
                webhooks:
                  - url: http://h
                    events: [Lunch, PrintDone]
                    camera: nozzle
                    colour: red
                cameras:
                  - type: usb
                extra: 1
                """).lines().map(line -> line.replaceFirst(" .*", "")))
                .containsExactly("config.yaml:2:", "config.yaml:5:", "config.yaml:6:", "config.yaml:7:",
                        "config.yaml:9:", "config.yaml:10:");
    }

    @ParameterizedTest
    @MethodSource("secretPlaces")
    void no_message_quotes_what_may_be_a_secret(String text) {
        assertThat(problems(text)).doesNotContain("sesame");
    }

    static Stream<String> secretPlaces() {
        return Stream.of(
                "webhooks: [{url: sesame}]",
                "webhooks: [{url: 'https:// sesame'}]",
                "webhooks: [{url: http://h, apiSecret: [sesame]}]",
                "webhooks: [{url: http://h, headers: sesame}]",
                "webhooks: [{url: http://h, headers: {A: \"sesame\\r\"}}]",
                "webhooks: [{url: http://h, headers: '{\"A\": sesame'}]",
                "webhooks: [{url: http://h, data: sesame}]",
                "webhooks: [{url: http://h, data: '{\"A\": sesame'}]",
                "webhooks: [{url: http://h, data: {a: .inf, b: sesame}}]",
                "webhooks: [{url: http://h, hubSecret: [sesame]}]",
                "webhooks: [{url: http://h, signingSecret: [sesame]}]",
                "webhooks: [{url: http://h, signingSecret: env:KEY}]",
                "webhooks: [{url: http://h, oauth: {url: sesame, clientSecret: sesame}}]",
                "webhooks: [{url: http://h, signingSecret: sesame}]",
                "webhooks: [{url: http://h, apiSecret: @sesame}]",
                "webhooks: [{url: http://h, apiSecret: sesame: b}]",
                "webhooks: [{url: http://h, apiSecret: \"\\sesame\"}]",
                "webhooks: [{url: http://h, apiSecret: *sesame}]",
                "cameras: [{type: http, url: sesame}]");
    }

    @Test
    void a_file_that_cannot_be_used_is_told_by_name() throws Exception {
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "printer: {port: \u00e9}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problemsOf(directory)).isEqualTo(directory + ": is a directory; name the file in it");
        assertThat(problemsOf(directory.resolve("no"))).isEqualTo(directory + "/no: does not exist");
        assertThat(problemsOf(latin)).isEqualTo(latin + ": is not UTF-8 text; save it as UTF-8");
    }

    private String problems(String text) {
        Map<String, String> environment = Map.of("EMPTY", "", "KEY", "sesame");
        return catchThrowableOfType(ConfigException.class,
                () -> ConfigLoader.parse(text, "config.yaml", directory, environment)).getMessage();
    }

    private static String problemsOf(Path file) {
        return catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(file, Map.of())).getMessage();
    }

    private static Arguments mistake(String text, String line) {
        return Arguments.of(text, line);
    }

    /** In an entry that is right otherwise, on its second line. */
    private static Arguments picture(String key, String line) {
        return mistake("cameras:\n - type: test\n   picture:\n    " + key + "\n", "c:4: cameras[0].picture." + line);
    }

    private static Arguments hook(String key, String line) {
        return mistake("webhooks:\n - url: http://h\n   " + key + "\n", "c:3: webhooks[0]." + line);
    }
}
