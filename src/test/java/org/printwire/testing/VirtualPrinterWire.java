package org.printwire.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.printwire.sim.SimulatedPrinter;
import org.printwire.stream.Input;

/** The cable between a simulated printer and a host that takes its time, on virtual time. */
final class VirtualPrinterWire {

    private record Heard(byte[] bytes, long dueNanos) {}

    private final SimulatedPrinter printer;
    private final long latencyNanos;
    private final Deque<Heard> heard = new ArrayDeque<>();
    private boolean lost;

    /** @param latency from a byte's arrival at the port until the host does something about it */
    VirtualPrinterWire(SimulatedPrinter printer, Duration latency) {
        this.printer = printer;
        this.latencyNanos = latency.toNanos();
    }

    void send(byte[] bytes, long nanos) {
        printer.receive(bytes, 0, bytes.length, nanos);
    }

    /** What the host reads now. */
    byte[] read(long nanos) {
        byte[] bytes = printer.transmit(nanos);
        if (latencyNanos == 0) {
            return bytes;
        }
        if (bytes.length > 0) {
            heard.addLast(new Heard(bytes, nanos + latencyNanos));
        }
        return heard.isEmpty() || heard.peekFirst().dueNanos > nanos ? new byte[0] : heard.removeFirst().bytes;
    }

    /** What became of the port since the last call; a cable that is back is opened at once. */
    Optional<Input> change(long nanos) {
        if (printer.unplugged() == lost) {
            return Optional.empty();
        }
        lost = !lost;
        heard.clear();
        if (lost) {
            return Optional.of(new Input.PortLost());
        }
        printer.opened(nanos);
        return Optional.of(new Input.PortBack());
    }

    /** When to look again; {@code Long.MAX_VALUE}: nothing happens by itself. */
    long nextNanos() {
        long due = heard.isEmpty() ? Long.MAX_VALUE : heard.peekFirst().dueNanos;
        return Math.min(due, printer.nextEventNanos());
    }
}
