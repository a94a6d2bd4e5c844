package org.printwire.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.event.Event;
import org.printwire.gcode.FileFacts;
import org.printwire.job.Job;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.CoolingEnd;
import org.printwire.stream.CoolingEnd.Kind;
import org.printwire.stream.CoolingWatch;
import org.printwire.stream.Outcome;
import org.printwire.testing.ScriptedPort;
import org.printwire.testing.Talk;
import org.printwire.testing.VirtualPort;
import org.printwire.testing.VirtualTime;

/** A print on a simulated printer in virtual time, and the watch over it while it cools down. */
class CoolingTest {

    private static final String FILE = "M104 S60\nM109 S60\nG28\nG1 X10 F6000\nM104 S0\n";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final VirtualTime time = new VirtualTime();
    private final List<Event> events = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private Path file;
    private double nozzle = 1000;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("warm.gcode"), FILE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void temperatures_go_on_being_told_until_it_is_cool_enough_and_nothing_is_sent(boolean prusa) throws Exception {
        CoolingEnd end = printed(prusa ? SimulatedPrinterOptions.mk3s() : SimulatedPrinterOptions.marlin(), false);

        assertThat(end.kind()).isEqualTo(Kind.COOLED);
        assertThat(nozzle).isLessThan(40).isGreaterThan(35);
        assertThat(events).hasSizeGreaterThan(4).allMatch(Event.TemperaturesReported.class::isInstance);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_printer_that_the_file_has_told_to_report_no_more_is_asked() throws Exception {
        Files.writeString(file, FILE + "M155 S0\n");
        CoolingEnd end = printed(SimulatedPrinterOptions.mk3s(), false);

        assertThat(end.kind()).isEqualTo(Kind.COOLED);
        assertThat(sent).isNotEmpty().containsOnly("M105");
    }

    @Test
    void a_printer_that_never_reports_by_itself_is_asked() throws Exception {
        Files.writeString(file, FILE + "M155 S0\n");
        CoolingEnd end = printed(SimulatedPrinterOptions.marlin(), true);

        assertThat(end.kind()).isEqualTo(Kind.COOLED);
        assertThat(sent).hasSizeGreaterThan(2).containsOnly("M105");
        assertThat(events).hasSameSizeAs(sent);
    }

    @Test
    void a_port_that_is_lost_ends_it() {
        ScriptedPort port = new ScriptedPort(time).lostAt(30);

        assertThat(session(port).cool(new CoolingWatch(false, LIMIT), () -> false))
                .isEqualTo(new CoolingEnd(Kind.LOST, "/dev/ttyTEST is gone"));
    }

    @Test
    void what_is_cool_already_is_not_waited_for() {
        ScriptedPort port = new ScriptedPort(time);

        assertThat(session(port).cool(new CoolingWatch(false, LIMIT), () -> true).kind()).isEqualTo(Kind.COOLED);
        assertThat(port.reads()).isZero();
    }

    @Test
    void silence_ends_it_after_two_questions_and_more() {
        ScriptedPort port = new ScriptedPort(time);

        assertThat(session(port).cool(new CoolingWatch(true, LIMIT), () -> false).kind()).isEqualTo(Kind.SILENT);
        assertThat(port.written()).hasSize(4).containsOnly("M105");
    }

    /** Prints the file, and returns why the waiting for 40 °C has ended. */
    private CoolingEnd printed(SimulatedPrinterOptions options, boolean poll) throws Exception {
        PrinterSession session = session(new VirtualPort(time, options));
        Action.Ready ready = session.connect(new Connector(Duration.ofSeconds(20)));
        Outcome outcome;
        try (FileFeed feed = new FileFeed(file)) {
            feed.run();
            outcome = new JobRunner(session, time, event -> { }).run(Job.of(file, FileFacts.survey(file)), feed, Talk.MARLIN,
                    ready.temperaturesInOk(), JobRunner.Start.USUAL);
        }
        assertThat(outcome).isEqualTo(new Outcome.Done());
        events.clear();
        sent.clear();
        return session.cool(new CoolingWatch(poll, LIMIT), () -> nozzle < 40);
    }

    private PrinterSession session(SerialPort port) {
        Traffic traffic = new Traffic() {
            @Override
            public void sent(org.printwire.stream.Action.Send line, long nanos) {
                sent.add(line.toString().replaceAll(".*command=(.*?)].*", "$1"));
            }

            @Override
            public void received(String line, long nanos) { }
        };
        return new PrinterSession(port, time, traffic, event -> {
            events.add(event);
            if (event instanceof Event.TemperaturesReported reported) {
                nozzle = reported.sensors().get("tool0").actual();
            }
        });
    }
}
