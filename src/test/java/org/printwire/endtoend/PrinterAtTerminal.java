package org.printwire.endtoend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.sim.SimulatedReport;
import org.printwire.sim.SimulatedTerminal;
import org.printwire.time.SystemTime;

/** The simulated printer on a pseudo-terminal of this machine, played until it is closed. */
final class PrinterAtTerminal implements AutoCloseable {

    private static final long CLOSE_SECONDS = 10;

    private final SimulatedTerminal terminal;
    private final CompletableFuture<Void> played;

    private PrinterAtTerminal(SimulatedTerminal terminal) {
        this.terminal = terminal;
        this.played = CompletableFuture.runAsync(this::play);
    }

    static PrinterAtTerminal open(SimulatedPrinterOptions options) throws IOException {
        return new PrinterAtTerminal(SimulatedTerminal.open(options, new SystemTime()));
    }

    String path() {
        return terminal.path();
    }

    SimulatedReport report() {
        return terminal.report();
    }

    /** Every command it began, the host's own included. */
    List<String> executed() {
        List<String> executed = new ArrayList<>();
        terminal.cause((printer, nanos) -> executed.addAll(printer.executed()));
        return executed;
    }

    void cause(SimulatedTerminal.Happening happening) {
        terminal.cause(happening);
    }

    /** Unplugs it; a printer that failed by itself fails the test here. */
    @Override
    public void close() {
        terminal.close();
        try {
            played.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the simulated printer did not end well", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() {
        try {
            terminal.run();
        } catch (IOException e) {
            throw new IllegalStateException("the pseudo-terminal failed", e);
        }
    }
}
