package org.printwire.printer;

import java.time.Duration;
import java.util.function.Consumer;
import org.printwire.event.Event;
import org.printwire.serial.SerialPort;
import org.printwire.stream.Input;
import org.printwire.testing.VirtualTime;
import org.printwire.time.Time;

/** Sessions that wait on virtual time for a wish of the user, too. */
public final class VirtualSessions {

    private VirtualSessions() {}

    /** @param clock what the session sees of {@code time} */
    public static PrinterSession session(SerialPort port, VirtualTime time, Time clock, Traffic traffic, Consumer<Event> publish) {
        return new PrinterSession(port, clock, traffic, publish, new Mailbox() {
            @Override
            Input poll(Duration limit) {
                Input wish = poll();
                if (wish == null) {
                    time.advance(limit);
                }
                return wish == null ? poll() : wish;
            }
        });
    }
}
