package org.printwire.printer;

import java.util.List;
import java.util.function.ObjLongConsumer;
import org.printwire.marlin.LineAssembler;
import org.printwire.recording.Wire;
import org.printwire.serial.PortException;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;
import org.printwire.stream.Action;
import org.printwire.stream.Input;
import org.printwire.time.Time;

/** The port, line by line. It may be lost and another take its place. On the printer thread. */
final class Link {

    private final Time time;
    private final Traffic traffic;
    private final LineAssembler assembler = new LineAssembler();
    private final byte[] in = new byte[4096];
    private final byte[] out = new byte[8192];
    private SerialPort port;
    private boolean lost;
    /** Bytes in {@code out} that are not written yet. */
    private int waiting;
    /** Lines that have been read and not been handed on yet. */
    private int linesLeft;

    Link(SerialPort port, Time time, Traffic traffic) {
        this.port = port;
        this.time = time;
        this.traffic = traffic;
    }

    /** The path the user would name. */
    String path() {
        return port.path();
    }

    /** Waits for bytes, about a tenth of a second at most, and hands on the lines that are whole, with their times. */
    void read(ObjLongConsumer<String> lines) throws PortLostException {
        int count = port.read(in);
        if (count <= 0) {
            return;
        }
        linesLeft = ends(count);
        assembler.add(in, count, line -> {
            linesLeft--;
            long nanos = time.nanos();
            traffic.received(line, nanos);
            lines.accept(line, nanos);
        });
        flush();
    }

    /** The state machine is about to be told this. */
    void told(Input input, long nanos) {
        traffic.told(input, nanos);
    }

    private int ends(int count) {
        int ends = 0;
        for (int i = 0; i < count; i++) {
            ends += in[i] == '\n' ? 1 : 0;
        }
        return ends;
    }

    /**
     * Writes what is to be sent; nothing, while it is lost. What follows from lines that came together goes out in one
     * write, with the last of them: a write is a system call, and a USB packet of its own.
     */
    void write(List<Action> actions) throws PortLostException {
        if (lost || actions.isEmpty()) {
            return;
        }
        try {
            for (Action action : actions) {
                if (action instanceof Action.Send send) {
                    put(send.bytes());
                }
            }
            if (linesLeft == 0) {
                flushNow();
            }
            tell(actions);
        } catch (PortLostException e) {
            tell(actions);
            unwritten();
            throw e;
        }
    }

    private void put(byte[] bytes) throws PortLostException {
        if (waiting + bytes.length > out.length) {
            flushNow();
        }
        System.arraycopy(bytes, 0, out, waiting, bytes.length);
        waiting += bytes.length;
    }

    private void flush() throws PortLostException {
        try {
            flushNow();
        } catch (PortLostException e) {
            unwritten();
            throw e;
        }
    }

    private void flushNow() throws PortLostException {
        int length = waiting;
        waiting = 0;
        if (length > 0 && !lost) {
            port.write(out, 0, length);
        }
    }

    private void unwritten() {
        traffic.note(Wire.UNWRITTEN, time.nanos());
    }

    private void tell(List<Action> actions) {
        long nanos = 0;
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                nanos = nanos == 0 ? time.nanos() : nanos;
                traffic.sent(send, nanos);
            }
        }
    }

    /** The port is gone: it is given back, so that it can be opened again. */
    void lose() {
        lost = true;
        waiting = 0;
        linesLeft = 0;
        port.close();
    }

    /** Tries whether it is there again. */
    boolean reopen(Reconnector.Opening opening) {
        try {
            port = opening.open();
        } catch (PortException e) {
            return false;
        }
        lost = false;
        assembler.reset();
        return true;
    }

    /** Gives the port back. */
    void close() {
        port.close();
    }
}
