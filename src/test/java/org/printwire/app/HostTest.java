package org.printwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.config.Configuration;
import org.printwire.event.Event.FailReason;
import org.printwire.job.Job;
import org.printwire.printer.PrinterException;
import org.printwire.printer.Traffic;
import org.printwire.stream.Input;
import org.printwire.testing.ScriptedPort;
import org.printwire.testing.VirtualTime;

@Timeout(10)
class HostTest {

    private final VirtualTime time = new VirtualTime();
    private final ScriptedPort port = new ScriptedPort(time);
    private final HostThreads threads = new HostThreads((thread, bug) -> { });
    private final Host host = new Host(time, threads, Configuration.defaults(), "test", bug -> { });

    @Test
    void a_cancel_that_comes_before_the_print_is_not_lost() {
        host.request(new Input.Cancel());
        assertThat(print(115200).givenUp()).isTrue();
        assertThat(port.reads()).isEqualTo(1);
    }

    @Test
    void a_cancel_ends_the_search_for_the_baud_rate_at_the_rate_it_is_at() {
        port.at(10, () -> host.request(new Input.Cancel()));
        assertThat(print(115200, 250000, 57600).givenUp()).isTrue();
        assertThat(port.reads()).isEqualTo(10);
    }

    @Test
    void silence_at_every_rate_names_them_all() {
        PrinterException silent = print(115200, 250000);
        assertThat(silent.reason()).isEqualTo(FailReason.NO_ANSWER);
        assertThat(silent).hasMessageContaining("no answer at any of [115200, 250000] baud");
    }

    private PrinterException print(Integer... rates) {
        Job job = new Job("x.gcode", Path.of("x.gcode"), 6, 1, null, 0, false, List.of());
        return catchThrowableOfType(PrinterException.class, () -> host.print(new PrintRequest(job, port, port.path(),
                List.of(rates), Optional.empty(), Traffic.NONE)));
    }
}
