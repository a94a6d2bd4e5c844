package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.marlin.Reply.Busy;
import org.printwire.marlin.Reply.Chatter;
import org.printwire.marlin.Reply.Echo;
import org.printwire.marlin.Reply.Enqueued;
import org.printwire.marlin.Reply.Fault;
import org.printwire.marlin.Reply.HostAction;
import org.printwire.marlin.Reply.ModeProgress;
import org.printwire.marlin.Reply.Ok;
import org.printwire.marlin.Reply.Other;
import org.printwire.marlin.Reply.ReceiveLoss;
import org.printwire.marlin.Reply.Resend;
import org.printwire.marlin.Reply.UnknownCommand;
import org.printwire.marlin.Reply.Warning;

class ReplyParserTest {

    @Test
    void advanced_ok_tells_line_and_free_places() {
        assertThat(parse("ok N3 P15 B3")).isEqualTo(
                new Ok(OptionalLong.of(3), OptionalInt.of(15), OptionalInt.of(3), Optional.empty()));
        assertThat(parse("ok P15 B0")).isEqualTo(
                new Ok(OptionalLong.empty(), OptionalInt.of(15), OptionalInt.of(0), Optional.empty()));
    }

    @Test
    void advanced_ok_carries_the_temperatures_behind_it() {
        Ok ok = (Ok) parse("ok N3 P15 B3 T:20.0 /0.0 B:19.9 /0.0");

        assertThat(ok.bufferFree()).hasValue(3);
        assertThat(temperatures(ok.carried().orElseThrow())).containsOnlyKeys("T", "B");
    }

    @Test
    void the_bed_in_an_ok_is_no_buffer_place_and_the_probe_no_planner_block() {
        Ok ok = (Ok) parse("ok B:60.0 /60.0 P:35.2");

        assertThat(ok.bufferFree()).isEmpty();
        assertThat(ok.plannerFree()).isEmpty();
    }

    @Test
    void an_ok_with_a_bare_number_names_the_line() {
        assertThat(((Ok) parse("ok 9")).lineNumber()).hasValue(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ok", "\u0080\u00ffok", "?~ok", "~\u00c3?\u0001 ok", "ok ", "ok\u00ff", "\0ok", "ok\r",
        "ok // N27", "ok \u00ff\u00fe"})
    void an_ok_counts_through_noise(String line) {
        assertThat(parse(line)).isEqualTo(Ok.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"okay then", "ok!", "(ok)", "oks", "not ok", "OK", "o k", "> ok", "oj"})
    void what_only_looks_like_an_ok_lets_no_line_go(String line) {
        assertThat(parse(line)).isEqualTo(new Other(line));
    }

    @Test
    void an_ok_inside_an_ok_does_not_count_twice() {
        assertThat(parse("ok ok")).isEqualTo(Ok.PLAIN);
        assertThat(parse("ok wait")).isEqualTo(Ok.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({"Resend: 9,9", "Resend:23,23", "Resend:N23,23", "resend 7,7", "rs 23,23", "rs N:23,23", "rs: 5,5",
        "rs N23 expected checksum 109,23", "Resgnd: 4514,4514", "Resend; 8:,", "\u00ff?Resend: 12,12"})
    void a_resend_is_known_in_all_spellings(String line, Long number) {
        if (number == null) {
            assertThat(parse(line)).isInstanceOf(Other.class);
        } else {
            assertThat(parse(line)).isEqualTo(new Resend(OptionalLong.of(number)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Resend: 45q4", "Resend: ", "Resend", "rs", "Resend: -3", "rs N", "Resend: 123456789012345678901"})
    void a_resend_whose_number_is_damaged_has_none(String line) {
        assertThat(parse(line)).isEqualTo(new Resend(OptionalLong.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsync", "rs232", "Resends are counted"})
    void a_word_that_begins_like_a_resend_is_none(String line) {
        assertThat(parse(line)).isInstanceOf(Other.class);
    }

    @ParameterizedTest
    @CsvSource({"echo:busy: processing,PROCESSING", "echo:busy: paused for user,PAUSED_FOR_USER",
        "busy: paused for input,PAUSED_FOR_INPUT", "echo:busy: procezsing,OTHER", "echo: busy:processing,PROCESSING"})
    void busy_says_why(String line, Busy.Kind kind) {
        assertThat(parse(line)).isEqualTo(new Busy(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "\0start", "echo:start", "\u00ff\u0080\u0001start", "start\r"})
    void a_boot_is_seen_through_the_banners_noise(String line) {
        assertThat(parse(line)).isEqualTo(new Reply.Start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PID Autotune start", "TM: calibration start", "started", "Restart"})
    void the_word_start_alone_is_no_boot(String line) {
        assertThat(parse(line)).isNotInstanceOf(Reply.Start.class);
    }

    @Test
    void wait_stands_alone() {
        assertThat(parse("wait")).isEqualTo(new Reply.Wait());
        assertThat(parse("wait for it")).isInstanceOf(Other.class);
    }

    @ParameterizedTest
    @CsvSource({"RX timeout,TIMEOUT", "RX timeiut,TIMEOUT", "Full RX Buffer,OVERFLOW", "Full RX uffer,OVERFLOW"})
    void lost_bytes_are_noticed_even_in_a_damaged_line(String line, ReceiveLoss.Kind kind) {
        assertThat(parse(line)).isEqualTo(new ReceiveLoss(kind));
    }

    @Test
    void heating_lines_are_temperatures() {
        assertThat(temperatures(parse("T:26.0 E:0 W:?"))).containsKey("T");
        assertThat(temperatures(parse(" T:19.37 /210.00 B:19.37 /0.00 @:0 B@:0 W:9")).get("T").target()).hasValue(210);
    }

    @Test
    void a_damaged_number_is_no_temperature() {
        assertThat(temperatures(parse("T:2\u00ff5.0 /0.0 B:26.4 /0.0"))).containsOnlyKeys("B");
        assertThat(temperatures(parse("T:25.0 /2q.0 B:26.4 /0.0")).get("T").target()).isEmpty();
    }

    @Test
    void a_fan_report_is_no_temperature() {
        assertThat(parse("E0:0 RPM PRN1:0 RPM E0@:0 PRN1@:0")).isInstanceOf(Chatter.class);
    }

    @Test
    void the_position_is_the_logical_one_and_not_the_steppers_count() {
        assertThat(parse("X:0.20 Y:-3.80 Z:0.15 E:0.00 Count X: 0.20 Y:-3.80 Z:0.29 E:0.00"))
                .isEqualTo(new Reply.Position(0.2, -3.8, 0.15, 0));
    }

    @Test
    void a_position_of_several_extruders_takes_the_first() {
        assertThat(parse("X:1.0 Y:2.0 Z:3.0 E0:4.0 E1:5.0")).isEqualTo(new Reply.Position(1, 2, 3, 4));
    }

    @Test
    void the_first_capability_hangs_on_the_line_of_m115() {
        Reply.Firmware firmware = (Reply.Firmware) parse(
                "FIRMWARE_NAME:Prusa-Firmware 3.14.0-BETA1+8052_0c9bf5d43 based on Marlin "
                + "FIRMWARE_URL:https://github.com/prusa3d/Prusa-Firmware PROTOCOL_VERSION:1.0 "
                + "MACHINE_TYPE:Prusa i3 MK3S EXTRUDER_COUNT:1Cap:AUTOREPORT_TEMP:1");

        assertThat(firmware.capabilities()).isEqualTo(Map.of("AUTOREPORT_TEMP", true));
        assertThat(firmware.report().fields()).containsEntry("EXTRUDER_COUNT", "1")
                .containsEntry("FIRMWARE_URL", "https://github.com/prusa3d/Prusa-Firmware");
        assertThat(firmware.report().machine()).isEqualTo("Prusa i3 MK3S");
    }

    @Test
    void a_capability_that_is_neither_on_nor_off_is_none() {
        assertThat(parse("Cap:EEPROM:q")).isInstanceOf(Other.class);
    }

    @Test
    void m73_is_echoed_for_both_modes() {
        assertThat(parse("NORMAL MODE: Percent done: 11; print time remaining in mins: 19; Change in mins: 4"))
                .isEqualTo(new ModeProgress(ModeProgress.Mode.NORMAL, 11, 19, 4));
        assertThat(parse("SILENT MODE: Percent done: -1; print time remaining in mins: -1; Change in mins: -1"))
                .isEqualTo(new ModeProgress(ModeProgress.Mode.SILENT, -1, -1, -1));
        assertThat(parse("NORMAL MODE: Percent done: 11; print time remaining in mins: 19"))
                .isEqualTo(new ModeProgress(ModeProgress.Mode.NORMAL, 11, 19, -1));
        assertThat(parse("NORMAL MODE: Percent done: 911; print time remaining in mins: 19"))
                .isInstanceOf(Other.class);
    }

    @ParameterizedTest
    @CsvSource({"//action:pause,pause,''", "// action:pause,pause,''", "//action: pause,pause,''",
        "//action:prompt_begin M0 Stop,prompt_begin,M0 Stop", "//action:uvlo_auto_recovery_ready,uvlo_auto_recovery_ready,''"})
    void a_host_action_may_have_blanks(String line, String name, String parameters) {
        assertThat(parse(line)).isEqualTo(new HostAction(name, parameters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"// just debug", "//whatever", "//ACTION:pause"})
    void other_remarks_are_chatter(String line) {
        assertThat(parse(line)).isEqualTo(new Chatter(line));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "'echo:Unknown command: \"M601\"',M601", "'echo:Unknown command: \"FOO BAR\"(2)',FOO BAR",
        "'echo:Unknown command: \"\"(2)',''", "Unknown M code: M9999,M9999", "Unknown G code: G999,G999",
        "Unknown D code: D9,D9", "Invalid M code: M601,M601", "Invalid T code.,T", "'Error: Unknown command:ABC',ABC",
        "'// Unknown command:\"M25\"',M25"})
    void an_unknown_command_is_known_in_all_wordings(String line, String command) {
        assertThat(parse(line)).isEqualTo(new UnknownCommand(command));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'echo:enqueing \"M83\"',M83,false",
        "'echo:Enqueing to the front: \"M600\"',M600,true", "'echo:enqueueing \"M117 hi\"',M117 hi,false",
        "'enqueing \"PRUSA uvlo\"',PRUSA uvlo,false"})
    void a_command_of_the_firmwares_own_is_quoted(String line, String command, boolean front) {
        assertThat(parse(line)).isEqualTo(new Enqueued(command, front));
    }

    @Test
    void a_command_that_the_firmware_could_not_queue_is_a_warning() {
        assertThat(parse("Error:enqueing \"M600\" failed: Buffer full!")).isInstanceOf(Warning.class);
    }

    @ParameterizedTest
    @CsvSource({"'Error:checksum mismatch, Last Line: 2',CHECKSUM,2",
        "'Error:checkrum mismatch, Last Line: 4514',CHECKSUM,4514", "'Error:c:ecksum mismatch, Last Line: 7',CHECKSUM,7",
        "'Error:Line Number is not Last Line Number+1, Last Line: 8',LINE_NUMBER,8",
        "'Error:Line Nulber is not Last Line Number+1, Last Line: 8',LINE_NUMBER,8",
        "'Error:Line Nulber is not Last Line Number+1, Lazt Line: 8',LINE_NUMBER,",
        "'Error:No Checksum with line number, Last Line: 2',CHECKSUM,2",
        "'Error:No Line Number with checksum, Last Line: 3',CHECKSUM,3",
        "'Erqor:checksum mismatch, Last Line: 3',CHECKSUM,3", "'checksum mismatch, Last Line: 3x',CHECKSUM,",
        "'Error:expected line 5 got 7',LINE_NUMBER,", "Error:checksum wrong,CHECKSUM,"})
    void a_damaged_line_is_told_by_words_that_may_be_damaged_too(String line, Fault.Kind kind, Long lastLine) {
        Fault fault = (Fault) parse(line);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.lastLine()).isEqualTo(lastLine == null ? OptionalLong.empty() : OptionalLong.of(lastLine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error:0: Heaters switched off. MINTEMP triggered!",
        "Error:Heaters switched off. MAXTEMP BED triggered!", "Error: HOTEND THERMAL RUNAWAY",
        "Error: THERMAL RUNAWAY (PREHEAT HOTEND)", "Error:Heating failed, system stopped! Heater_ID: 0",
        "Error:Thermal Runaway, system stopped! Heater_ID: bed", ": Extruder switched off. MAXTEMP triggered !",
        "!! MINTEMP", "fatal:Heaters switched off. MINTEMP triggered!"})
    void a_heater_fault_is_thermal(String line) {
        assertThat(((Fault) parse(line)).kind()).isEqualTo(Fault.Kind.THERMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error:Printer halted. kill() called!", "M112 called. Emergency Stop.", "KILLED. ",
        "Error:Printer stopped due to errors. Supervision required.", " Error:kill() called",
        "Error:Prinuer halted. kill() called!", "Error:Printer rtopped due to errors. Supervision required.",
        "fatal:dry mode"})
    void a_stop_is_a_halt(String line) {
        assertThat(((Fault) parse(line)).kind()).isEqualTo(Fault.Kind.HALTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error:Probing failed", "!! Something", "Error:1", "ERROR: odd"})
    void an_error_without_a_known_cause_is_unrecognised(String line) {
        assertThat(((Fault) parse(line)).kind()).isEqualTo(Fault.Kind.UNRECOGNISED);
    }

    @Test
    void an_echo_never_is_an_error() {
        assertThat(parse("echo:MINTEMP is a word")).isEqualTo(new Echo("MINTEMP is a word"));
        assertThat(parse("echo:M112 Shutdown")).isEqualTo(new Echo("M112 Shutdown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo: cold extrusion prevented", "TM: error triggered!", "TM: error cleared",
        "echo:Printer stopped due to errors. Supervision required.",
        "Bed leveling failed. Sensor didn't trigger. Debris on nozzle? Waiting for reset.",
        "fsensor v0.4 in fault range 4.6-5V - unconnected"})
    void a_mishap_in_plain_words_is_a_warning(String line) {
        assertThat(parse(line)).isInstanceOf(Warning.class);
    }

    @Test
    void the_other_lines_of_mk3_are_known() {
        assertThat(parse("INT4")).isEqualTo(new Reply.PowerPanic());
        assertThat(parse("echo:Move aborted")).isEqualTo(new Reply.MoveAborted());
        assertThat(parse("Hotend fan speed is lower than expected"))
                .isEqualTo(new Reply.FanFault("Hotend fan speed is lower than expected"));
        assertThat(parse("echo:MMU2:Saving and parking")).isEqualTo(new Reply.Mmu("Saving and parking"));
        assertThat(parse("FINDA filament runout!")).isEqualTo(new Reply.Mmu("FINDA filament runout!"));
        assertThat(parse("LCD status changed")).isEqualTo(new Chatter("LCD status changed"));
        assertThat(parse("TM: error |-1.214671|>1.200000")).isInstanceOf(Chatter.class);
    }

    @Test
    void an_unknown_line_is_kept_as_received() {
        assertThat(parse(" what's this? ")).isEqualTo(new Other(" what's this? "));
    }

    private static Reply parse(String line) {
        return ReplyParser.parse(line);
    }

    private static Map<String, TemperatureReport.Reading> temperatures(Reply reply) {
        return ((Reply.Temperatures) reply).report().readings();
    }
}
