package org.printwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.config.Configuration;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.gcode.FileFacts;
import org.printwire.job.Job;
import org.printwire.printer.JobRunner;
import org.printwire.printer.Traffic;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.testing.VirtualPort;
import org.printwire.testing.VirtualTime;

/** The cable is pulled in the middle of a print, in virtual time. */
@Timeout(60)
class ReplugTest {

    private static final Duration TRY = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private Host host;
    private VirtualPort port;
    private int tries;
    private int backAfter = 2;
    private Duration lostAfter = Duration.ofMinutes(2);
    private JobRunner.Start start = JobRunner.Start.USUAL;

    @Test
    void a_cable_that_comes_back_costs_no_line_and_no_print() throws Exception {
        assertThat(print(false)).isEqualTo(new Outcome.Done());

        assertThat(printed()).isEqualTo(file());
        assertThat(events.stream().filter(ReplugTest::telling).toList()).containsSubsequence(
                new Event.Disconnected("/dev/ttyVIRTUAL", "/dev/ttyVIRTUAL is gone; waiting for it to come back"),
                new Event.Connected("/dev/ttyVIRTUAL", 115_200),
                new Event.PrintResumed(Actor.HOST));
        assertThat(events).filteredOn(Event.PrintResumed.class::isInstance).hasSize(1);
    }

    @Test
    void a_printer_that_resets_on_the_way_has_lost_the_print_and_the_message_says_where() throws Exception {
        Outcome outcome = print(true);

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).reason()).isEqualTo(FailReason.PRINTER_RESET);
        Event.PrintFailed failed = (Event.PrintFailed) events.stream().filter(Event.PrintFailed.class::isInstance)
                .findFirst().orElseThrow();
        assertThat(failed.detail()).containsPattern("heaters are off and the position is lost. It had come to line \\d+ of the"
                + " file, Z 0.2 mm: printwire resume --from-line \\d+ plans a restart from there");
    }

    @Test
    void a_cable_that_stays_out_is_a_lost_connection_after_the_limit() throws Exception {
        backAfter = Integer.MAX_VALUE;

        Outcome outcome = print(false);

        assertThat(((Outcome.Failed) outcome).reason()).isEqualTo(FailReason.CONNECTION_LOST);
        assertThat(tries).isEqualTo(4);
    }

    @Test
    void a_cancel_while_it_is_out_ends_the_print_and_warns_of_the_heaters() throws Exception {
        backAfter = Integer.MAX_VALUE;
        time.after(Duration.ofMinutes(2).plusMillis(700), () -> host.request(new Input.Cancel()));

        assertThat(print(false)).isEqualTo(new Outcome.Cancelled(Actor.USER));
        assertThat(events).anyMatch(event -> event instanceof Event.Notice notice && notice.text().contains("heaters"));
    }

    @Test
    void a_restart_sends_its_plan_first_and_then_the_file_from_that_line() throws Exception {
        start = new JobRunner.Start(101, List.of("G92 Z0.2", "G28 X Y"), List.of("M86 S1800"));
        lostAfter = Duration.ofDays(1);

        assertThat(print(true)).isEqualTo(new Outcome.Done());

        List<String> executed = port.printer().executed().stream().filter(line -> !line.matches("M1(05|10|15|55).*")).toList();
        List<String> expected = new ArrayList<>(start.first());
        expected.addAll(file().subList(100, file().size()));
        expected.addAll(List.of("M400", "M86 S1800"));
        assertThat(executed).isEqualTo(expected);
    }

    private Outcome print(boolean resets) throws Exception {
        Path gcode = Files.write(folder.resolve("long.gcode"), file());
        host = new Host(time, new HostThreads((thread, bug) -> { }), Configuration.defaults(), "test", bug -> { });
        host.listen("view", envelope -> events.add(envelope.event()));
        port = new VirtualPort(time, SimulatedPrinterOptions.mk3s().withResetsOnOpen(resets));
        port.loseAfter(lostAfter);
        Endurance endurance = new Endurance(Optional.empty(), "", "", this::again, TRY.multipliedBy(4), Optional.empty(),
                false, start, warning -> { });
        Outcome outcome = host.print(new PrintRequest(Job.of(gcode, FileFacts.survey(gcode)), port, port.path(),
                List.of(115_200), Optional.empty(), Traffic.NONE).enduring(endurance));
        host.finish();
        return outcome;
    }

    private SerialPort again(int baud) throws PortException {
        time.advance(TRY);
        if (++tries < backAfter) {
            throw new PortException("there is no serial port '/dev/ttyVIRTUAL'");
        }
        return new VirtualPort(time, port.printer());
    }

    /** Some minutes of moves. */
    private static List<String> file() {
        List<String> lines = new ArrayList<>(List.of("G28", "G90", "M83", "G1 Z0.2 F720"));
        for (int i = 0; i < 200; i++) {
            lines.add("G1 X" + (i % 2 == 0 ? 20 : 220) + " Y" + (10 + i) + " E0.5 F6000");
        }
        return lines;
    }

    private List<String> printed() throws IOException {
        return port.printer().executed().stream().filter(line -> line.matches("G(1|28|90).*|M83")).toList();
    }

    private static boolean telling(Event event) {
        return event instanceof Event.Disconnected || event instanceof Event.Connected || event instanceof Event.PrintResumed;
    }
}
