package org.printwire.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.ReplyParser;
import org.printwire.stream.Action;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;
import org.printwire.stream.WindowPolicy;

/** A conversation with a streamer, line by line, on a time of its own. What was sent and not checked is shown on failure. */
public final class Talk {

    public static final StreamSettings PRUSA = new StreamSettings(WindowPolicy.ONE, 95, Duration.ofSeconds(5), true, false, List.of("M601"), modes -> List.of("M602"), List.of("M603", "M104 S0"),
            null, false);
    /** The same with M79 during pauses. */
    public static final StreamSettings PRUSA_ALIVE = new StreamSettings(PRUSA.window(), 95, PRUSA.answerLimit(), true, false, PRUSA.pause(), PRUSA.resume(), PRUSA.cancel(), "M79 S\"PW\"", false);
    public static final StreamSettings MARLIN = new StreamSettings(WindowPolicy.ONE, 95, Duration.ofSeconds(30), false, true, List.of("G91", "G1 Z5"), modes -> List.of("G1 Z-5", modes.relativeMoves() ? "G91" : "G90"),
            List.of("M104 S0", "M140 S0"), null, false);

    private final Streamer streamer;
    private final List<String> sent = new ArrayList<>();
    private final List<Event.Phase> phases = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private Outcome outcome;
    private long nanos = 1_000_000_000L;

    public Talk(StreamSettings settings) {
        streamer = new Streamer(settings, true);
    }

    /** Starts a job of these lines. */
    public static Talk printing(StreamSettings settings, String... lines) {
        Talk talk = new Talk(settings);
        List<GcodeLine> file = new ArrayList<>();
        for (String line : lines) {
            file.add(new GcodeLine(file.size(), file.size() + 1, (file.size() + 1) * 10L, line));
        }
        talk.input(new Input.Feed(file, true));
        talk.input(new Input.StartJob(Map.of()));
        talk.sends("N0 M110 N0").hears("ok");
        return talk;
    }

    public Talk input(Input input) {
        streamer.on(input, nanos).forEach(this::note);
        return this;
    }

    /** The printer says these lines. */
    public Talk hears(String... lines) {
        for (String line : lines) {
            input(new Input.Received(ReplyParser.parse(line), line));
        }
        return this;
    }

    /** These lines, and no others, were sent since the last check ("N3 G1 X1"; a flushed one begins with "\n"). */
    public Talk sends(String... lines) {
        assertThat(sent).containsExactly(lines);
        sent.clear();
        return this;
    }

    public Talk sendsNothing() {
        assertThat(sent).isEmpty();
        return this;
    }

    /** These events, and no others, were published since the last check. */
    public Talk tells(Event... expected) {
        assertThat(events).containsExactly(expected);
        events.clear();
        return this;
    }

    /** What the host has begun with, since the last such question; no event counts it again. */
    public Talk begins(Event.Phase... expected) {
        assertThat(phases).containsExactly(expected);
        phases.clear();
        return this;
    }

    /** Time goes by, with ticks wherever the streamer asked for one. */
    public Talk waits(Duration duration) {
        long end = nanos + duration.toNanos();
        while (nanos < end) {
            nanos = Math.min(end, Math.max(nanos + 1_000_000, streamer.deadline()));
            input(new Input.Tick());
        }
        return this;
    }

    /** What was sent so far is of no interest. */
    public Talk clear() {
        sent.clear();
        return this;
    }

    public Talk ends(Outcome expected) {
        assertThat(outcome).isEqualTo(expected);
        return this;
    }

    public Outcome outcome() {
        return outcome;
    }

    public List<String> taken() {
        return taken;
    }

    public List<Event> events() {
        return events;
    }

    public List<String> sent() {
        return sent;
    }

    private void note(Action action) {
        if (action instanceof Action.Send send) {
            String text = send.frame().number() < 0 ? send.frame().command()
                    : "N" + send.frame().number() + " " + send.frame().command();
            sent.add(send.flush() ? "\n" + text : text);
        } else if (action instanceof Action.Publish publish && publish.event() instanceof Event.PhaseChanged begun) {
            phases.add(begun.phase());
        } else if (action instanceof Action.Publish publish) {
            events.add(publish.event());
        } else if (action instanceof Action.Taken line) {
            taken.add(line.line().text());
        } else if (action instanceof Action.Ended ended) {
            outcome = ended.outcome();
        }
    }
}
