package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PauseFlowsTest {
    private static final SimulatedPrinterOptions MK3S = SimulatedPrinterOptions.mk3s();

    /** 60 mm at 60 mm/s: every move takes a second. */
    private static String[] seconds(int count) {
        String[] moves = new String[count];
        for (int i = 0; i < count; i++) {
            moves[i] = "G1 X" + (i % 2 == 0 ? 60 : 0) + " F3600";
        }
        return moves;
    }

    @Test
    void a_runout_takes_back_the_moves_that_were_not_made_and_asks_for_them_again() {
        Conversation host = new Conversation(MK3S.withUserDelay(Duration.ofSeconds(5)));
        host.numbered(1, seconds(6)).passSeconds(2.5).heard();
        host.does(SimulatedPrinter::runout);

        assertThat(host.answers()).endsWith("echo:Move aborted", "Resend: 3", "ok", "echo:Enqueing to the front: \"M600\"");
        assertThat(host.printer.executed()).hasSize(2);

        host.numbered(3, "G1 X60 F3600", "G1 X0 F3600", "G1 X60 F3600", "G1 X0 F3600").passSeconds(60);
        assertThat(host.printer.executed()).containsExactly(seconds(6));
    }

    @Test
    void commands_that_wait_in_the_buffer_at_a_runout_are_confirmed_and_asked_for_again() {
        Conversation host = new Conversation(MK3S);
        host.numbered(1, seconds(17)).passSeconds(0.5).heard();
        host.does(SimulatedPrinter::runout);

        assertThat(host.answers()).containsSequence("ok", "ok", "echo:Move aborted").contains("Resend: 1");
        assertThat(host.printer.executed()).isEmpty();
    }

    @Test
    void a_command_between_moves_is_taken_back_with_them_because_it_will_come_again() {
        Conversation host = new Conversation(MK3S);
        host.numbered(1, "G1 X60 F3600", "G1 X0", "M106 S255", "G1 X60").passSeconds(1.5);
        host.does(SimulatedPrinter::crash).passSeconds(60);

        assertThat(host.answers()).contains("Resend: 2");
        assertThat(host.printer.executed()).containsExactly("G1 X60 F3600");
    }

    @Test
    void a_head_that_stands_bumps_into_nothing_until_it_moves() {
        Conversation host = new Conversation(MK3S);
        host.does(SimulatedPrinter::crash).passSeconds(5);
        assertThat(host.heard()).isEmpty();
        assertThat(host.numbered(1, seconds(3)).passSeconds(60).heard()).contains("Resend: 1");
    }

    @Test
    void the_serial_line_is_not_read_while_the_printer_recovers_from_a_crash() {
        Conversation host = new Conversation(MK3S);
        host.numbered(1, seconds(3)).passSeconds(0.5).does(SimulatedPrinter::crash).passSeconds(1).heard();
        host.send("M105").passSeconds(2);

        assertThat(host.answers()).noneMatch(line -> line.startsWith("ok T:"));
    }

    @Test
    void before_firmware_3_14_the_user_resumes_at_the_printer_alone() {
        Conversation host = new Conversation(MK3S.withResumesItself(true).withUserDelay(Duration.ofSeconds(20)));
        host.numbered(1, "G1 X60 F3600", "M601").passSeconds(5);
        assertThat(host.answers()).endsWith("//action:paused", "echo: cold extrusion prevented");

        host.passSeconds(30);
        assertThat(host.answers()).containsExactly("LCD status changed", "echo: cold extrusion prevented", "Resend: 3",
                "ok", "LCD status changed", "//action:resumed");
    }

    @Test
    void with_3_14_the_user_can_resume_only_while_the_host_says_that_it_lives() {
        Conversation host = new Conversation(MK3S.withUserDelay(Duration.ofSeconds(20)));
        host.numbered(1, "G1 X1 F3600", "M601").passSeconds(25).heard();
        assertThat(host.passSeconds(600).heard()).isEmpty();

        assertThat(host.send("M79 S\"PL\"").heard()).containsExactly("//action:resume", "ok");
        assertThat(host.passSeconds(60).heard()).as("it waits for the host").isEmpty();
        assertThat(host.numbered(3, "M602").passSeconds(10).answers()).contains("Resend: 3", "//action:resumed");
    }

    @Test
    void with_3_14_resume_is_asked_for_at_once_when_M79_came_in_the_last_30_seconds() {
        Conversation host = new Conversation(MK3S);
        host.send("M601", "M79").passSeconds(29).heard();
        assertThat(host.does(SimulatedPrinter::press).heard()).containsExactly("//action:resume");

        host.passSeconds(2);
        assertThat(host.does(SimulatedPrinter::press).heard()).isEmpty();
    }

    @Test
    void resuming_heats_the_nozzle_again_that_the_pause_let_cool() {
        Conversation host = new Conversation(MK3S);
        host.send("M109 S215").passSeconds(200).numbered(1, "M601").passSeconds(60).heard();
        assertThat(host.send("M105").heard().get(0)).contains("/0.0");

        host.numbered(2, "M602").passSeconds(100);
        assertThat(host.heard()).anyMatch(line -> line.matches("T:[0-9.]+ E:0 W:\\?"));
    }

    @Test
    void a_filament_change_says_only_that_it_is_busy_until_the_user_has_been_there() {
        Conversation host = new Conversation(MK3S.withUserDelay(Duration.ofSeconds(30)));
        host.send("M600").passSeconds(36);
        assertThat(host.heard()).startsWith("echo:busy: processing").contains("echo:busy: paused for user")
                .allMatch(line -> line.startsWith("echo:busy: "));

        assertThat(host.passSeconds(20).answers())
                .containsExactly("echo:enqueing \"M220 S100\"", "LCD status changed", "ok");
    }

    @Test
    void without_a_user_a_filament_change_lasts_for_ever() {
        Conversation host = new Conversation(MK3S.instant());
        host.send("M600").passSeconds(100_000);

        assertThat(host.heard()).hasSize(50_000).allMatch("echo:busy: paused for user"::equals);
    }

    @Test
    void after_mintemp_lines_are_dropped_without_an_answer_and_no_click_helps() {
        Conversation host = new Conversation(MK3S);
        host.does(SimulatedPrinter::minTemp).does(SimulatedPrinter::press).heard();
        host.numbered(1, "G28").send("M105").passSeconds(10);
        assertThat(host.heard()).hasSize(5).allMatch("echo:busy: paused for user"::equals);

        assertThat(host.numbered(2, "G1 X1").heard()).as("the dropped line never counted")
                .containsExactly("Error:Line Number is not Last Line Number+1, Last Line: 0", "Resend: 1", "ok");
    }

    @Test
    void a_fan_that_stalls_in_a_print_asks_for_a_pause_first_and_tells_the_reason_after() {
        Conversation host = new Conversation(MK3S);
        host.send("M104 S215", "G1 X1 F3600").heard();
        assertThat(host.does(SimulatedPrinter::fanStall).heard()).containsExactly("//action:pause",
                "Hotend fan speed is lower than expected", "LCD status changed");

        host.passSeconds(11);
        assertThat(host.does(SimulatedPrinter::fanStall).heard()).doesNotContain("//action:pause");
    }

    @Test
    void the_screen_asks_the_host_to_pause_and_tells_it_to_cancel() {
        Conversation host = new Conversation(MK3S);
        host.numbered(1, seconds(2)).heard();

        assertThat(host.does(SimulatedPrinter::lcdPause).heard()).containsExactly("//action:pause");
        assertThat(host.does(SimulatedPrinter::lcdStop).heard()).startsWith("//action:cancel");
    }

    @Test
    void marlin_asks_on_the_hosts_screen_at_a_filament_change() {
        Conversation host = new Conversation(SimulatedPrinterOptions.marlin());
        host.send("M600").passSeconds(20);
        List<String> heard = host.answers();
        assertThat(heard).containsSubsequence("//action:paused", "//action:prompt_begin Nozzle Parked",
                "//action:prompt_show").doesNotContain("ok");

        assertThat(host.send("M876 S0").passSeconds(20).answers()).containsSubsequence("//action:resumed", "ok", "ok");
    }
}
