package org.printwire.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.printwire.posix.PseudoTerminal;
import org.printwire.time.Time;

/**
 * A {@link SimulatedPrinter} at a pseudo-terminal, which any host can open as a serial port. {@link #run()} keeps one
 * thread; everything else may be called from any thread.
 */
public final class SimulatedTerminal implements AutoCloseable {
    private static final int BUFFER_BYTES = 4096;
    private static final long IDLE_MILLIS = 100;

    private final SimulatedPrinter printer;
    private final Time time;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile PseudoTerminal terminal;
    private Path link;
    private volatile boolean host;
    private byte[] unsent = new byte[0];

    /** What a user or the world does to the printer, at a moment. */
    public interface Happening {
        void happen(SimulatedPrinter printer, long nanos);
    }

    private SimulatedTerminal(PseudoTerminal terminal, SimulatedPrinterOptions options, Time time) {
        this.terminal = terminal;
        this.time = time;
        this.printer = new SimulatedPrinter(options, time.nanos());
    }

    /** @throws IOException the system gives no pseudo-terminal */
    public static SimulatedTerminal open(SimulatedPrinterOptions options, Time time) throws IOException {
        return new SimulatedTerminal(PseudoTerminal.open(), options, time);
    }

    /** The device to open, as {@code /dev/pts/3}. Another one after the cable was out. */
    public String path() {
        return terminal.path();
    }

    /** Gives the device a name of its own until {@link #close()}; it is away while the cable is out. */
    public synchronized void link(Path name) throws IOException {
        terminal.link(name);
        link = name;
    }

    /** Whether a host has the device open, as far as the printer has noticed. */
    public boolean occupied() {
        return host;
    }

    /** What has happened so far, up to now. */
    public SimulatedReport report() {
        synchronized (printer) {
            return printer.report();
        }
    }

    /** Does something to the printer, as {@code terminal.cause(SimulatedPrinter::press)}. */
    public void cause(Happening happening) {
        synchronized (printer) {
            happening.happen(printer, time.nanos());
        }
    }

    /**
     * Plays the printer until {@link #close()} or until its cable is pulled for good; while it is out for a time the
     * device is away. The board resets when the device is opened, unless the host that had it open before left HUPCL
     * off or the options say otherwise; it goes on living while no host is there.
     *
     * @throws IOException the pseudo-terminal failed
     */
    public void run() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        host = false;
        while (stop.getCount() > 0) {
            long waitMillis = speak();
            if (waitMillis < 0) {
                terminal.close();
                host = false;
                if (!cableComesBack()) {
                    break;
                }
                plugIn();
                continue;
            }
            if (host && full()) {
                pause(1);
                continue;
            }
            int count = read(buffer, (int) waitMillis);
            boolean there = count >= 0;
            boolean hangsUp = host && !there && hangsUp();
            synchronized (printer) {
                long now = time.nanos();
                if (there && !host) {
                    unsent = new byte[0];
                    printer.opened(now);
                } else if (host && !there) {
                    printer.closed(hangsUp, now);
                }
                if (count > 0) {
                    printer.receive(buffer, 0, count, now);
                }
            }
            host = there;
        }
        terminal.close();
    }

    /** Waits for that. @return false: it never does, or this is closed */
    private boolean cableComesBack() {
        unsent = new byte[0];
        while (stop.getCount() > 0) {
            long waitNanos;
            synchronized (printer) {
                long now = time.nanos();
                printer.transmit(now);
                if (!printer.unplugged()) {
                    return true;
                }
                if (!printer.returns()) {
                    return false;
                }
                waitNanos = printer.nextEventNanos() - now;
            }
            pause(Math.max(1, Math.min(IDLE_MILLIS, waitNanos / 1_000_000)));
        }
        return false;
    }

    private synchronized void plugIn() throws IOException {
        terminal = PseudoTerminal.open();
        if (stop.getCount() == 0) {
            terminal.close();
        } else if (link != null) {
            terminal.link(link);
        }
    }

    private boolean hangsUp() throws IOException {
        try {
            return terminal.hangsUpAtClose();
        } catch (IOException e) {
            if (stop.getCount() == 0) {
                return true;
            }
            throw e;
        }
    }

    private int read(byte[] buffer, int waitMillis) throws IOException {
        try {
            return terminal.read(buffer, waitMillis);
        } catch (IOException e) {
            if (stop.getCount() == 0) {
                return -1;
            }
            throw e;
        }
    }

    /** Sends what is due. @return how long to wait for the host at most; below 0: the cable is out */
    private long speak() throws IOException {
        long next;
        long now;
        synchronized (printer) {
            now = time.nanos();
            if (unsent.length == 0) {
                unsent = printer.transmit(now);
            }
            if (printer.unplugged()) {
                return -1;
            }
            next = printer.nextEventNanos();
        }
        if (!host) {
            unsent = new byte[0];
        } else if (unsent.length > 0) {
            int taken = terminal.write(unsent, 0, unsent.length);
            unsent = taken == unsent.length ? new byte[0] : Arrays.copyOfRange(unsent, taken, unsent.length);
        }
        if (unsent.length > 0) {
            return 1;
        }
        if (next == Long.MAX_VALUE) {
            return IDLE_MILLIS;
        }
        long micros = Math.max(0, (next - now) / 1000);
        return Math.min(IDLE_MILLIS, (micros + 999) / 1000);
    }

    /** A slow board: the host's bytes stay in the system's buffer until its writes block. */
    private boolean full() {
        synchronized (printer) {
            return printer.backlog() > 256;
        }
    }

    private void pause(long millis) {
        try {
            stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** Ends {@link #run()} and takes the device away. */
    @Override
    public synchronized void close() {
        stop.countDown();
        terminal.close();
    }
}
