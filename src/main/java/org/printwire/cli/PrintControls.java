package org.printwire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.posix.Keyboard;
import org.printwire.stream.Input;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What a person can do to a running print: Ctrl-C (or SIGTERM) cancels, a second Ctrl-C is the emergency stop, and on a
 * terminal p, r and c pause, resume and cancel. A lost terminal (SIGHUP) and Ctrl-Z never stop a print. While the printer
 * cools down after the print, Ctrl-C and c end the waiting.
 */
final class PrintControls implements AutoCloseable {

    private final Consumer<Input> requests;
    private final Consumer<String> say;
    private final Optional<Keyboard> keyboard;
    private final Map<Signal, SignalHandler> usual = new LinkedHashMap<>();
    private boolean cancelled;
    private volatile boolean closed;
    private boolean cooling;

    /**
     * @param requests hears what is wanted
     * @param say      shows a line to the person
     * @param keys     single keys are wanted as well
     */
    PrintControls(Consumer<Input> requests, Consumer<String> say, boolean keys) {
        this.requests = requests;
        this.say = say;
        handle("INT", signal -> interrupt());
        handle("TERM", signal -> cancel("stopping (SIGTERM): heaters off, parking"));
        SignalHandler ignore = SignalHandler.SIG_IGN;
        handle("TSTP", ignore);
        handle("TTIN", ignore);
        handle("TTOU", ignore);
        handle("HUP", signal -> { });
        usual.remove(new Signal("HUP"));
        keyboard = keys ? Keyboard.open() : Optional.empty();
    }

    /** True if there are keys to read: then {@link #readKeys} wants a thread. */
    boolean hasKeys() {
        return keyboard.isPresent();
    }

    /** Reads keys until the terminal is gone; the body of the {@code keys} thread. */
    void readKeys(InputStream in) {
        try {
            int key = in.read();
            while (key >= 0 && !closed) {
                press((char) key);
                key = in.read();
            }
        } catch (IOException e) {
            // The terminal is gone: the print goes on without keys.
        }
    }

    /** From now on Ctrl-C and SIGTERM end the program, which may be waiting for a webhook; a lost terminal still does not. */
    @Override
    public void close() {
        closed = true;
        usual.forEach(Signal::handle);
        keyboard.ifPresent(Keyboard::close);
    }

    /** The print is over, and the printer is watched while it cools down. */
    synchronized void cooling() {
        cooling = true;
        cancelled = false;
        say.accept("waiting for the printer to cool down; Ctrl-C ends the waiting");
    }

    private synchronized void press(char key) {
        if (cooling && key != 'c' && key != 'C') {
            return;
        }
        switch (Character.toLowerCase(key)) {
            case 'p' -> {
                say.accept("pausing, as soon as the running command is over");
                requests.accept(new Input.Pause());
            }
            case 'r' -> {
                say.accept("resuming");
                requests.accept(new Input.Resume());
            }
            case 'c' -> cancel("cancelling: heaters off, parking. Ctrl-C now is the emergency stop");
            default -> { }
        }
    }

    private synchronized void interrupt() {
        if (cancelled && !cooling) {
            say.accept("emergency stop (M112)");
            requests.accept(new Input.EmergencyStop());
        } else {
            cancel("cancelling: heaters off, parking. Ctrl-C again is the emergency stop");
        }
    }

    private synchronized void cancel(String text) {
        if (!cancelled) {
            cancelled = true;
            say.accept(cooling ? "waiting no longer" : text);
            requests.accept(new Input.Cancel());
        }
    }

    private void handle(String name, SignalHandler handler) {
        try {
            Signal signal = new Signal(name);
            usual.put(signal, Signal.handle(signal, handler));
        } catch (IllegalArgumentException e) {
            // The JVM keeps this signal for itself (started with -Xrs): it has its usual meaning then.
        }
    }
}
