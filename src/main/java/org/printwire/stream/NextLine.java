package org.printwire.stream;

import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.gcode.FileMessage;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.ReadableText;

/**
 * Which new line goes out next: the host's own commands, once they are written down, before the lines of the file. What
 * the file says to the host ({@code @pause} and its kind) is done on the way.
 */
final class NextLine implements LineSource {

    private final StreamSettings settings;
    private final LineProtocol protocol;
    private final Upcoming upcoming;
    private final Keeping keeping;
    private final Pauses pauses;
    private final JobPause jobPause;
    private final JobCourse course;
    private final Reunion reunion;
    private final Parking parking;
    private final FileMessages messages = new FileMessages();
    private final List<Action> actions;
    private long taken;
    private long now;
    private Line line;
    private boolean own;

    NextLine(StreamSettings settings, LineProtocol protocol, Upcoming upcoming, Keeping keeping, Pauses pauses,
            JobPause jobPause, JobCourse course, Reunion reunion, List<Action> actions) {
        this.settings = settings;
        this.protocol = protocol;
        this.upcoming = upcoming;
        this.keeping = keeping;
        this.pauses = pauses;
        this.jobPause = jobPause;
        this.course = course;
        this.reunion = reunion;
        this.parking = new Parking(settings.park(), !settings.pausesItself());
        this.actions = actions;
    }

    /** The same, at this time. */
    NextLine at(long nanos) {
        now = nanos;
        return this;
    }

    @Override
    public Line peek(long number) {
        while (true) {
            own = upcoming.ownLeft();
            if (own) {
                Line first = upcoming.own().iterator().next().line();
                return !first.numbered() || !course.printing() || keeping.mayGo(upcoming.own(), number, now) ? first : null;
            }
            if (!course.printing() || held() || upcoming.buffered() == 0) {
                return null;
            }
            GcodeLine next = upcoming.nextOfFile();
            if (!next.hostCommand()) {
                List<Line> aside = parking.before(next, jobPause.modes());
                if (!aside.isEmpty()) {
                    upcoming.add(aside);
                    continue;
                }
                line = FileLine.prepare(next, number, settings.maxLineBytes());
                return line;
            }
            upcoming.fromFile();
            hostCommand(next);
        }
    }

    @Override
    public void took() {
        if (own) {
            upcoming.takeOwn();
        } else {
            upcoming.fromFile();
            course.fileBegins();
            jobPause.fileLine(line);
            parking.sent(line);
        }
    }

    /** No line of the file goes out, on purpose. */
    boolean held() {
        return pauses.holding() || reunion.open();
    }

    /** The next lines of the file; {@code last}: no more will come. */
    void feed(List<GcodeLine> lines, boolean last) {
        parking.feed(lines);
        upcoming.feed(lines, last);
    }

    /** The job begins, or goes on, in these modes of the file. */
    void begins(Modes modes) {
        parking.begins(modes);
    }

    /** The printer has taken this line, and all before it. */
    void taken(long number, Line which) {
        taken(number);
        if (parking.arrives(which)) {
            actions.add(new Action.Parked());
        }
    }

    /** The printer has taken all lines up to this number: the messages of the file that are due are told. */
    void taken(long number) {
        taken = number;
        tell(messages.taken(number));
    }

    private long number() {
        return protocol.ledger().history().next();
    }

    private void hostCommand(GcodeLine line) {
        String words = line.text().substring(1);
        String word = words.split("[ \t]", 2)[0];
        if (FileMessage.meant(words)) {
            tell(messages.reached(line, words, number() - 1, taken));
        } else if (word.equalsIgnoreCase("pause")) {
            jobPause.begin(Actor.FILE, ReadableText.of(line.text()));
        } else if (word.equalsIgnoreCase("cancel") || word.equalsIgnoreCase("abort")) {
            course.stop(new Outcome.Cancelled(Actor.FILE));
        }
    }

    private void tell(List<Event> events) {
        events.forEach(event -> actions.add(new Action.Publish(event)));
    }
}
