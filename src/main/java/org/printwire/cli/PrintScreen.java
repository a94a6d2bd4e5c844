package org.printwire.cli;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.printwire.event.Envelope;
import org.printwire.json.Json;
import org.printwire.posix.TerminalSize;

/** What a person or a script sees of a print: a progress view, or JSON lines on standard output. */
final class PrintScreen implements Consumer<Envelope> {

    private final Output output;
    private final boolean json;
    private final boolean quiet;
    private final ProgressView view;

    PrintScreen(Output output, boolean json, boolean quiet, ZoneId zone) {
        this.output = output;
        this.json = json;
        this.quiet = quiet;
        this.view = new ProgressView(output, ProgressView.style(output, quiet), TerminalSize::columns, zone);
    }

    @Override
    public void accept(Envelope envelope) {
        if (json) {
            output.line(Json.event(envelope));
        } else {
            view.accept(envelope);
        }
    }

    /** A line for people: on standard error where standard output belongs to a script. */
    void say(String line) {
        if (json) {
            output.say(line);
        } else {
            view.say(line);
        }
    }

    /** A line that is not shown to those who want quiet. */
    void news(String line) {
        if (!quiet) {
            say(line);
        }
    }

    /** Keys make sense: somebody sits at a terminal and looks at this. */
    boolean interactive() {
        return output.terminal() && !json;
    }

    void close() {
        view.close();
    }
}
