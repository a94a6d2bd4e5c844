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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.config.Configuration;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.gcode.FileFacts;
import org.printwire.job.Job;
import org.printwire.printer.PrinterException;
import org.printwire.printer.Traffic;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.webhook.OutboxException;
import org.printwire.testing.VirtualPort;
import org.printwire.testing.VirtualTime;

/** Whole prints on a simulated printer in virtual time, and what comes after them. */
@Timeout(60)
class CoolDownTest {

    private static final String FILE = "M104 S60\nM109 S60\nG28\nG1 X10 F6000\nM104 S0\n";

    private final VirtualTime time = new VirtualTime();
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> jobs = ConcurrentHashMap.newKeySet();
    private Host host;
    private VirtualPort port;
    private Path file;
    private boolean ended;
    private int begun;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("warm.gcode"), FILE);
        host = new Host(time, new HostThreads((thread, bug) -> { }), Configuration.defaults(), "test", bug -> { });
        port = new VirtualPort(time, SimulatedPrinterOptions.mk3s());
    }

    @Test
    void the_waiting_comes_between_the_end_of_the_print_and_that_of_the_connection() throws Exception {
        assertThat(print(() -> time.nanos() > Duration.ofMinutes(5).toNanos())).isEqualTo(new Outcome.Done());

        assertThat(afterTheJob()).hasSizeGreaterThan(4).allMatch(Event.TemperaturesReported.class::isInstance);
        assertThat(last()).isEqualTo(new Event.Disconnected("/dev/ttyVIRTUAL", "the job is over"));
        assertThat(jobs).containsExactly("warm.gcode");
        assertThat(begun).isEqualTo(1);
    }

    @Test
    void a_cancel_ends_the_waiting_and_not_the_print() throws Exception {
        time.after(Duration.ofMinutes(5), () -> host.request(new Input.Cancel()));

        assertThat(print(() -> false)).isEqualTo(new Outcome.Done());
        assertThat(last()).isEqualTo(new Event.Disconnected("/dev/ttyVIRTUAL", "the job is over"));
        assertThat(events).noneMatch(Event.PrintCancelled.class::isInstance);
    }

    @Test
    void a_lost_port_is_a_disconnection_and_no_failed_print() throws Exception {
        port.loseAfter(Duration.ofMinutes(5));

        assertThat(print(() -> false)).isEqualTo(new Outcome.Done());
        assertThat(last()).isEqualTo(new Event.Disconnected("/dev/ttyVIRTUAL", "/dev/ttyVIRTUAL is gone"));
        assertThat(events).noneMatch(Event.PrintFailed.class::isInstance);
    }

    @Test
    void the_limit_ends_it() throws Exception {
        long start = time.nanos();

        assertThat(print(() -> false)).isEqualTo(new Outcome.Done());
        assertThat(Duration.ofNanos(time.nanos() - start)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(13));
        assertThat(last()).isInstanceOf(Event.Disconnected.class);
    }

    @Test
    void a_cancelled_print_cools_down_too() throws Exception {
        Files.writeString(file, FILE + "G4 S600\n".repeat(20));
        time.after(Duration.ofMinutes(3), () -> host.request(new Input.Cancel()));

        assertThat(print(() -> time.nanos() > Duration.ofMinutes(15).toNanos())).isEqualTo(new Outcome.Cancelled(Actor.USER));
        assertThat(begun).isEqualTo(1);
        assertThat(afterTheJob()).isNotEmpty();
    }

    @Test
    void a_print_whose_port_is_lost_does_not_wait() throws Exception {
        port.loseAfter(Duration.ofSeconds(40));

        assertThat(print(() -> false)).isInstanceOf(Outcome.Failed.class);
        assertThat(begun).isZero();
        assertThat(last()).isInstanceOf(Event.Disconnected.class);
    }

    @Test
    void without_the_wish_the_end_of_the_job_is_the_end() throws Exception {
        print(null);

        assertThat(afterTheJob()).isEmpty();
    }

    private Outcome print(BooleanSupplier enough) throws PrinterException, IOException, OutboxException {
        host.listen("view", envelope -> {
            events.add(envelope.event());
            if (over(envelope.event())) {
                ended = true;
            } else if (ended && envelope.event() instanceof Event.TemperaturesReported) {
                jobs.add(envelope.job());
            }
        });
        Optional<CoolDown> coolDown = Optional.ofNullable(enough)
                .map(condition -> new CoolDown(condition, Duration.ofMinutes(10), () -> begun++));
        Outcome outcome = host.print(new PrintRequest(Job.of(file, FileFacts.survey(file)), port, port.path(),
                List.of(115_200), Optional.empty(), Traffic.NONE).coolingDown(coolDown));
        host.finish();
        return outcome;
    }

    private static boolean over(Event event) {
        return event instanceof Event.PrintDone || event instanceof Event.PrintCancelled || event instanceof Event.PrintFailed;
    }

    private List<Event> afterTheJob() {
        int end = 0;
        while (!over(events.get(end))) {
            end++;
        }
        return events.subList(end + 1, events.size() - 1);
    }

    private Event last() {
        return events.get(events.size() - 1);
    }
}
