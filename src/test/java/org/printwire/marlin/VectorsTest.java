package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.marlin.Reply.Fault;
import org.printwire.marlin.TemperatureReport.Reading;

/** The vectors that are about what the printer says, and the checksum of what it is sent. */
class VectorsTest {

    private static final Set<String> HERE = Set.of("temperature", "temp_canonical", "custom_sensor_name", "position",
            "firmware_info", "capability", "resend_number", "checksum", "error_line", "error_line_multi", "ack_line",
            "action_line");

    /**
     * Left out here. Of other rooms: the reader's (command_word, strip_comment, file_line, param), the profiles'
     * (firmware_profile), the streamer's (ack_counter, flow), the port's (port_order, baud_order, autodetect), the
     * time left (eta_helper). Of no use to a host that prints its own file and changes no command: temp_offset, and
     * sd_list_line, sd_time, sd_line and dos_name of the printer's card.
     */
    private static final Set<String> ELSEWHERE = Set.of("command_word", "strip_comment", "file_line", "param",
            "firmware_profile", "ack_counter", "flow", "port_order", "baud_order", "autodetect", "eta_helper",
            "temp_offset", "sd_list_line", "sd_time", "sd_line", "dos_name");

    @Test
    void every_kind_is_either_tested_here_or_left_out_on_purpose() {
        Set<String> kinds = Vector.all().stream().map(Vector::kind).collect(Collectors.toCollection(TreeSet::new));

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(
                Stream.concat(HERE.stream(), ELSEWHERE.stream()).toList());
    }

    static Stream<Vector> temperature() {
        return Vector.of("temperature").stream();
    }

    @ParameterizedTest
    @MethodSource("temperature")
    void temperatures_are_read_in_all_shapes(Vector vector) {
        String expected = vector.expected().substring(vector.expected().indexOf('{'));

        assertThat(TemperatureNames.canonical(report(vector.line()), vector.tool()))
                .containsExactlyInAnyOrderEntriesOf(readings(expected));
    }

    @ParameterizedTest
    @MethodSource("temperature")
    void the_highest_tool_is_the_current_one_or_a_reported_one(Vector vector) {
        int highest = TemperatureNames.canonical(report(vector.line()), vector.tool()).keySet().stream()
                .filter(TemperatureNames::tool).mapToInt(name -> Integer.parseInt(name.substring(1)))
                .reduce(vector.tool(), Math::max);

        assertThat(vector.expected()).startsWith("max=" + highest + " ");
    }

    static Stream<Vector> canonical() {
        return Vector.of("temp_canonical").stream();
    }

    @ParameterizedTest
    @MethodSource("canonical")
    void the_active_tool_gets_its_number(Vector vector) {
        TemperatureReport report = new TemperatureReport(readings(vector.line()));

        assertThat(TemperatureNames.canonical(report, vector.tool()))
                .containsExactlyInAnyOrderEntriesOf(readings(vector.expected()));
    }

    static Stream<Vector> sensors() {
        return Vector.of("custom_sensor_name").stream();
    }

    @ParameterizedTest
    @MethodSource("sensors")
    void a_sensor_with_a_name_of_its_own_keeps_it(Vector vector) {
        boolean kept = TemperatureNames.sensor(vector.input()).equals(vector.input());

        assertThat(kept ? "allowed" : "reserved").isEqualTo(vector.expected());
    }

    static Stream<Vector> positions() {
        return Vector.of("position").stream();
    }

    @ParameterizedTest
    @MethodSource("positions")
    void a_position_has_all_four_axes(Vector vector) {
        Reply reply = ReplyParser.parse(vector.input());

        if (vector.expected().equals("none")) {
            assertThat(reply).isNotInstanceOf(Reply.Position.class);
        } else {
            Reply.Position position = (Reply.Position) reply;
            assertThat("{\"e\":" + position.e() + ",\"x\":" + position.x() + ",\"y\":" + position.y() + ",\"z\":"
                    + position.z() + "}").isEqualTo(vector.expected());
        }
    }

    static Stream<Vector> firmware() {
        return Vector.of("firmware_info").stream();
    }

    @ParameterizedTest
    @MethodSource("firmware")
    void the_fields_of_m115_are_told_apart(Vector vector) {
        // one vector shows the grammar of keys only; no firmware answers without a NAME
        boolean answer = vector.input().contains("NAME");
        Map<String, String> fields = answer
                ? firmware(ReplyParser.parse(vector.input())).report().fields()
                : FirmwareParser.fields(vector.input());

        assertThat(fields).isEqualTo(strings(vector.expected()));
    }

    static Stream<Vector> capabilities() {
        return Vector.of("capability").stream();
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void a_capability_is_on_or_off(Vector vector) {
        Reply reply = ReplyParser.parse(vector.input());

        String found = reply instanceof Reply.Capability cap ? cap.name() + (cap.on() ? "=on" : "=off") : "none";
        assertThat(found).isEqualTo(vector.expected());
    }

    static Stream<Vector> resends() {
        return Vector.of("resend_number").stream();
    }

    @ParameterizedTest
    @MethodSource("resends")
    void a_resend_names_its_line_in_all_spellings(Vector vector) {
        assertThat(ReplyParser.parse(vector.input()))
                .isEqualTo(new Reply.Resend(OptionalLong.of(Long.parseLong(vector.expected()))));
    }

    static Stream<Vector> checksums() {
        return Vector.of("checksum").stream();
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void a_frame_ends_with_its_checksum(Vector vector) {
        int blank = vector.input().indexOf(' ');
        long number = Long.parseLong(vector.input().substring(1, blank));

        assertThat(Frame.numbered(number, vector.input().substring(blank + 1)).line()).isEqualTo(vector.expected());
    }

    static Stream<Vector> errors() {
        return Vector.of("error_line").stream();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_line_is_known_by_its_cause(Vector vector) {
        assertThat(kind(ReplyParser.parse(vector.line()))).isEqualTo(expectedKind(vector));
    }

    private static String kind(Reply reply) {
        return reply instanceof Fault fault ? fault.kind().name() : reply.getClass().getSimpleName();
    }

    private static String expectedKind(Vector vector) {
        String line = vector.line();
        if (line.contains("checkrum")) {
            return "CHECKSUM"; // OctoPrint ends the print for one wrong letter in the text: a flaw
        }
        if (line.contains("kill() called")) {
            return "HALTED"; // with a blank in front OctoPrint does not see it: a flaw
        }
        if (line.contains("Unknown command")) {
            return "UnknownCommand";
        }
        if (line.contains("Probing failed") || line.contains("on fire")) {
            return "UNRECOGNISED"; // what follows from it is the streamer's business, printing or idle
        }
        return switch (vector.expected()) {
            case "remember; a Resend line follows", "treat as ok (no resend will follow)" -> "CHECKSUM";
            case "no action" -> line.startsWith("Error:") ? "CARD" : "Other";
            default -> "no expectation for " + vector;
        };
    }

    @Test
    void an_error_in_two_lines_is_one_error() {
        // error_line_multi 1: Error:1 and the text on the next line
        ErrorJoiner joiner = new ErrorJoiner();
        joiner.on(ReplyParser.parse("Error:1"), 0);
        joiner.on(ReplyParser.parse(": Extruder switched off. MAXTEMP triggered !"), 1);

        assertThat(joiner.due(ErrorJoiner.PATIENCE_NANOS)).hasValueSatisfying(error -> {
            assertThat(error.text()).isEqualTo("1: Extruder switched off. MAXTEMP triggered !");
            assertThat(error.fatal()).isTrue();
        });
    }

    @Test
    void a_cause_and_the_stop_are_one_fatal_error() {
        // error_line_multi 2
        ErrorJoiner joiner = new ErrorJoiner();
        joiner.on(ReplyParser.parse("Error:Thermal Runaway, system stopped! Heater_ID: bed"), 0);

        assertThat(joiner.on(ReplyParser.parse("Error:Printer halted. kill() called!"), 1))
                .hasValueSatisfying(error -> {
                    assertThat(error.text()).isEqualTo("Thermal Runaway, system stopped! Heater_ID: bed"
                            + " - Printer halted. kill() called!");
                    assertThat(error.cause()).contains("Thermal Runaway, system stopped! Heater_ID: bed");
                    assertThat(error.fatal()).isTrue();
                });
    }

    static Stream<Vector> acks() {
        return Vector.of("ack_line").stream();
    }

    @ParameterizedTest
    @MethodSource("acks")
    void an_acknowledgement_carries_what_else_the_line_says(Vector vector) {
        String expected = switch (vector.expected()) {
            // OctoPrint takes "okay then" for an ok. A text that M118 prints must not let a line go: we do not.
            case "ack (prefix match!)" -> "Other";
            case "ack + parse temperatures" -> "Ok+Temperatures";
            case "ack + parse position" -> "Ok+Position";
            case "ack + parse firmware" -> "Ok+Firmware";
            default -> vector.expected().startsWith("ack only while") ? "Wait" : "Ok";
        };

        assertThat(shape(ReplyParser.parse(vector.input()))).isEqualTo(expected);
    }

    private static String shape(Reply reply) {
        String name = reply.getClass().getSimpleName();
        return reply instanceof Reply.Ok ok && ok.carried().isPresent()
                ? name + "+" + ok.carried().get().getClass().getSimpleName()
                : name;
    }

    static Stream<Vector> actions() {
        return Vector.of("action_line").stream();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void a_host_action_has_a_name_and_parameters(Vector vector) {
        Reply reply = ReplyParser.parse(vector.input());

        if (vector.expected().startsWith("name=")) {
            Reply.HostAction action = (Reply.HostAction) reply;
            assertThat("name=" + action.name() + " params=" + action.parameters()).isEqualTo(vector.expected());
        } else {
            assertThat(reply).isNotInstanceOf(Reply.HostAction.class);
        }
    }

    private static TemperatureReport report(String line) {
        Reply reply = ReplyParser.parse(line);
        if (reply instanceof Reply.Ok ok && ok.carried().isPresent()) {
            reply = ok.carried().get();
        }
        return reply instanceof Reply.Temperatures temperatures
                ? temperatures.report()
                : new TemperatureReport(Map.of());
    }

    private static Reply.Firmware firmware(Reply reply) {
        return (Reply.Firmware) (reply instanceof Reply.Ok ok ? ok.carried().orElseThrow() : reply);
    }

    /** {@code {"B":[60.0,null],"T0":23.0}} */
    private static Map<String, Reading> readings(String json) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (String entry : entries(json.replaceAll("\\[([^,]*),([^]]*)]", "$1/$2"))) {
            String[] values = entry.substring(entry.indexOf(':') + 1).split("/");
            boolean target = values.length > 1 && !values[1].equals("null");
            readings.put(entry.substring(1, entry.indexOf(':') - 1), new Reading(Double.parseDouble(values[0]),
                    target ? OptionalDouble.of(Double.parseDouble(values[1])) : OptionalDouble.empty()));
        }
        return readings;
    }

    private static Map<String, String> strings(String json) {
        Map<String, String> strings = new LinkedHashMap<>();
        for (String entry : entries(json)) {
            int middle = entry.indexOf("\":\"");
            strings.put(entry.substring(1, middle), entry.substring(middle + 3, entry.length() - 1));
        }
        return strings;
    }

    private static String[] entries(String json) {
        String inner = json.substring(1, json.length() - 1);
        return inner.isEmpty() ? new String[0] : inner.split(",(?=\")");
    }
}
