package org.printwire.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.printwire.marlin.DecodedLine;
import org.printwire.marlin.FrameDecoder;
import org.printwire.marlin.Reply;
import org.printwire.marlin.ReplyParser;
import org.printwire.recording.RecordedLine.Kind;
import org.printwire.stream.Action;
import org.printwire.stream.Input;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;

/**
 * Plays a recording again: gives each line of the printer to the parser and, where printwire made the recording, drives
 * connector and streamer on the recording's own times and compares what they send with what was sent.
 *
 * <p>The file that was printed is not needed: a line that the recording sends for the first time, and that the streamer
 * does not send by itself, is given to it as the next line of the file. After the first difference the two no longer talk
 * about the same: it is told, the rest is only parsed. So is a job that another host has begun: the file and what that host
 * had written down decide about it, and neither is in the recording.
 *
 * <p>Pure; one thread.
 */
public final class Replay {

    /** Recorded times begin at 0, where the machines expect a clock that has run for a while. */
    private static final long EPOCH = 1_000_000_000_000L;

    private final Function<Action.Ready, StreamSettings> settings;
    private final boolean drives;
    private final ReplayTally tally = new ReplayTally();
    private final FedLines file = new FedLines();
    private final Deque<String> ours = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private Stage machine;
    private boolean inJob;
    private boolean away;
    private boolean unfollowed;
    private Action.Ready ready;
    private long highest;
    private long now = EPOCH;
    private boolean differs;

    /**
     * @param drives   the recording is of a whole connection and made by printwire
     * @param settings what the streamer must know about the printer that answers
     */
    public Replay(boolean drives, Function<Action.Ready, StreamSettings> settings) {
        this.drives = drives;
        this.settings = settings;
    }

    /** Takes the next line and says what there is to say about it. */
    public List<Finding> on(RecordedLine line) {
        if (line.timed() && line.kind() != Kind.TO_PRINTER) {
            // A line goes out at the time of what led to it: its own is that at which it was written, which takes a while.
            now = EPOCH + line.nanos();
        }
        if (line.kind() == Kind.TO_PRINTER) {
            tally.sent(line);
            compare(line.text());
        } else if (line.kind() == Kind.FROM_PRINTER) {
            Reply reply = ReplyParser.parse(line.text());
            tally.heard(line, reply);
            findings.add(new Finding.Heard(line.text(), reply));
            drive(new Input.Received(reply, line.text()));
        } else {
            tally.noted(line);
            if (drives) {
                done(line.text());
            }
        }
        return taken();
    }

    /** The recording is over. */
    public List<Finding> end() {
        nothingElse();
        return taken();
    }

    /** The figures so far. */
    public ReplayTally tally() {
        return tally;
    }

    /** What was sent is not what would be sent today. */
    public boolean differs() {
        return differs;
    }

    private List<Finding> taken() {
        List<Finding> result = List.copyOf(findings);
        findings.clear();
        return result;
    }

    private void done(String words) {
        Optional<JobNote> job = JobNote.of(words);
        Optional<Stage> stage = Stage.of(words, now);
        FedLines.Part part = Told.part(words);
        if (stage.isPresent()) {
            nothingElse();
            machine = unfollowed ? null : stage.get();
            inJob = false;
        } else if (job.isPresent()) {
            nothingElse();
            begin(job.get());
        } else if (words.equals(Told.REJOIN)) {
            onlyRead();
        } else if (words.startsWith(Wire.LOST) || words.equals(Wire.WATCH)) {
            nothingElse();
            machine = null;
        } else if (part != null) {
            drive(file.add(part));
        } else {
            Told.input(words).ifPresent(this::drive);
        }
    }

    private void onlyRead() {
        machine = null;
        if (!differs && !unfollowed) {
            unfollowed = true;
            findings.add(new Finding.OnlyRead("begins in the middle of a job: only parsed"));
        }
    }

    private void begin(JobNote job) {
        if (ready == null || differs || unfollowed) {
            onlyRead();
            return;
        }
        away = false;
        Streamer streamer = new Streamer(job.applied(settings.apply(ready)), ready.temperaturesInOk());
        machine = streamer::on;
        inJob = true;
        highest = 0;
        file.clear();
    }

    private void drive(Input input) {
        if (machine == null || differs) {
            return;
        }
        nothingElse();
        // What a streamer wants to send while the port is gone is not sent.
        away = input instanceof Input.PortLost || away && !(input instanceof Input.PortBack);
        if (!differs) {
            perform(machine.on(input, now));
        }
    }

    private void perform(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send && !away) {
                ours.add(Wire.written(send));
                highest = Math.max(highest, send.frame().number());
            } else if (action instanceof Action.Publish told) {
                findings.add(new Finding.Tells(told.event()));
            } else if (action instanceof Action.Ready known) {
                ready = known;
            }
        }
    }

    private void compare(String written) {
        if (machine == null || differs) {
            return;
        }
        if (ours.isEmpty() && inJob) {
            give(written);
        }
        String mine = ours.poll();
        if (!written.equals(mine)) {
            differ(written, mine);
        }
    }

    /** The recording sends a line that the streamer does not have yet: it is the next of the file. */
    private void give(String written) {
        if (FrameDecoder.decode(written.strip()) instanceof DecodedLine.Accepted accepted
                && accepted.frame().number() > highest) {
            Input.Feed next = file.next(accepted.frame().command());
            if (next != null) {
                perform(machine.on(next, now));
            }
        }
    }

    /** What the machine wanted to send was sent before anything else came: else it was not sent. */
    private void nothingElse() {
        if (!ours.isEmpty() && !differs) {
            differ(null, ours.peek());
        }
    }

    private void differ(String recorded, String replayed) {
        differs = true;
        findings.add(new Finding.Differs(recorded, replayed));
    }
}
