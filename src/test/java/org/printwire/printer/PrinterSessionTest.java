package org.printwire.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.testing.ScriptedPort;
import org.printwire.testing.VirtualTime;

class PrinterSessionTest {

    private static final Duration BOOT = Duration.ofSeconds(20);

    private final VirtualTime time = new VirtualTime();
    private final ScriptedPort port = new ScriptedPort(time);
    private final List<Event> events = new ArrayList<>();
    private final PrinterSession session = new PrinterSession(port, time, Traffic.NONE, events::add);

    @Test
    void a_port_lost_while_connecting_is_a_lost_connection() {
        port.lostAt(3);
        PrinterException lost = connect();
        assertThat(lost.reason()).isEqualTo(FailReason.CONNECTION_LOST);
        assertThat(lost).hasMessage("/dev/ttyTEST is gone");
        assertThat(lost.givenUp()).isFalse();
    }

    @Test
    void silence_ends_at_the_boot_limit_and_is_no_wish_of_the_user() {
        PrinterException silent = connect();
        assertThat(silent.reason()).isEqualTo(FailReason.NO_ANSWER);
        assertThat(silent.givenUp()).isFalse();
        assertThat(port.reads()).isEqualTo(200);
    }

    @Test
    void a_cancel_while_connecting_ends_it_at_once_as_the_users_wish() {
        port.at(10, () -> session.request(new Input.Cancel()));
        PrinterException cancelled = connect();
        assertThat(cancelled.givenUp()).isTrue();
        assertThat(cancelled).hasMessage("cancelled before the print began");
        assertThat(port.reads()).isEqualTo(10);
    }

    @Test
    void an_emergency_stop_while_connecting_ends_it_too() {
        port.at(10, () -> session.request(new Input.EmergencyStop()));
        assertThat(connect().givenUp()).isTrue();
    }

    @Test
    void the_pause_key_while_connecting_cancels_nothing() {
        port.at(10, () -> session.request(new Input.Pause()));
        assertThat(connect().givenUp()).isFalse();
        assertThat(port.reads()).isEqualTo(200);
    }

    @Test
    void nothing_is_published_before_there_is_a_connection() {
        port.says(5, "start\necho: External Reset\nT:20.0 /0.0 B:20.0 /0.0\nWarning: cold\n");
        connect();
        assertThat(events).isEmpty();
    }

    private PrinterException connect() {
        return catchThrowableOfType(PrinterException.class, () -> session.connect(new Connector(BOOT)));
    }
}
