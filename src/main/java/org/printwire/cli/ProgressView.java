package org.printwire.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * Shows a print to somebody: on a terminal one line that is redrawn, with what is worth a line of its own above it;
 * elsewhere lines with the time in front, progress at most every ten seconds. {@code --quiet} leaves start, end,
 * problems and what the user has to do.
 *
 * <p>Subscribe it to the bus behind a queue, or directly where writing cannot block. Any thread, one at a time.
 */
public final class ProgressView implements Consumer<Envelope>, AutoCloseable {

    /** How much is shown, and how. */
    public enum Style { REDRAWN, LINES, QUIET }

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\033[K";
    private static final String RED = "\033[31m";
    private static final String YELLOW = "\033[33m";
    private static final String PLAIN = "\033[0m";

    private final Output output;
    private final Style style;
    private final IntSupplier width;
    private final DateTimeFormatter clock;
    private final ZoneId zone;
    private final ProgressText progress = new ProgressText();
    private String drawn = "";
    private boolean printing;
    private int linePercent = -1;
    private Instant lineTime = Instant.EPOCH;

    /**
     * @param width columns of the terminal, asked for at every redraw
     * @param zone  of the times in front of lines and in them
     */
    public ProgressView(Output output, Style style, IntSupplier width, ZoneId zone) {
        this.output = output;
        this.style = style;
        this.width = width;
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    /** The style for this output: redrawn on a terminal, lines elsewhere. */
    public static Style style(Output output, boolean quiet) {
        return quiet ? Style.QUIET : output.terminal() ? Style.REDRAWN : Style.LINES;
    }

    @Override
    public synchronized void accept(Envelope envelope) {
        Event event = envelope.event();
        boolean changed = progress.on(event);
        if (event instanceof Event.ProgressChanged told && told.left().isPresent()) {
            progress.until(ClockText.of(envelope.time().plusSeconds(told.left().getAsLong()), envelope.time(), zone));
        }
        if (ends(event)) {
            close();
        }
        EventText.of(event)
                .filter(text -> style != Style.QUIET || text.weight() != EventText.Weight.NEWS)
                .ifPresent(text -> say(envelope.time(), text));
        if (style != Style.QUIET) {
            StopsText.of(event, envelope.time(), zone).forEach(text -> say(envelope.time(), text));
        }
        if (event instanceof Event.PrintStarted) {
            printing = true;
        }
        if (printing && changed) {
            show(envelope.time());
        }
    }

    /** A line of somebody else's, above the progress line. */
    public synchronized void say(String line) {
        clear();
        output.line(line);
        redraw();
    }

    /** Takes the progress line away. */
    @Override
    public synchronized void close() {
        printing = false;
        clear();
    }

    private void say(Instant time, EventText text) {
        clear();
        String stamp = style == Style.REDRAWN ? "" : clock.format(time) + "  ";
        output.line(stamp + painted(text));
        redraw();
    }

    private void show(Instant time) {
        if (style == Style.REDRAWN) {
            redraw();
        } else if (style == Style.LINES && progress.percent() != linePercent
                && Duration.between(lineTime, time).abs().compareTo(BETWEEN_LINES) >= 0) {
            linePercent = progress.percent();
            lineTime = time;
            output.line(clock.format(time) + "  " + progress.line(Integer.MAX_VALUE));
        }
    }

    /** One character short of the width, so that no terminal wraps. */
    private void redraw() {
        if (style != Style.REDRAWN || !printing) {
            return;
        }
        String line = progress.line(Math.max(1, width.getAsInt() - 1));
        if (!line.equals(drawn)) {
            output.out().print(CLEAR_LINE + line);
            output.out().flush();
            drawn = line;
        }
    }

    private void clear() {
        if (!drawn.isEmpty()) {
            output.out().print(CLEAR_LINE);
            output.out().flush();
            drawn = "";
        }
    }

    private String painted(EventText text) {
        return switch (output.colors() ? text.weight() : EventText.Weight.NEWS) {
            case ATTENTION -> YELLOW + text.text() + PLAIN;
            case PROBLEM -> RED + text.text() + PLAIN;
            case NEWS, MILESTONE -> text.text();
        };
    }

    private static boolean ends(Event event) {
        return event instanceof Event.PrintDone || event instanceof Event.PrintFailed
                || event instanceof Event.PrintCancelled;
    }
}
