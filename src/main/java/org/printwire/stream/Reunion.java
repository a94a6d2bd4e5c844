package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.gcode.PrintState;
import org.printwire.marlin.FirmwareReport;
import org.printwire.marlin.Reply;
import org.printwire.marlin.TemperatureReport;

/**
 * Before a job goes on that another host has begun: how hot is the printer, and is it the same one? Heats what a safety
 * timer has cut meanwhile. No line of the file goes out before that is over.
 *
 * <p>M105 goes first: only its answer carries temperatures, so an {@code ok} that was still owed to the dead host cannot be
 * taken for it, and from then on each {@code ok} is for a line of ours.
 */
final class Reunion {

    /** An answer may be garbled. */
    private static final int MOST_QUESTIONS = 4;

    private final StreamSettings settings;
    private final Upcoming upcoming;
    private final Pauses pauses;
    private final List<Action> actions;
    private Input.Rejoin job;
    private boolean open;
    private Line last;
    private FirmwareReport printer;
    private TemperatureReport temperatures;
    private int questions;
    private boolean judged;
    private Outcome.Failed failure;

    /** @param actions what is to be done is added here */
    Reunion(StreamSettings settings, Upcoming upcoming, Pauses pauses, List<Action> actions) {
        this.settings = settings;
        this.upcoming = upcoming;
        this.pauses = pauses;
        this.actions = actions;
    }

    void begin(Input.Rejoin rejoin) {
        job = rejoin;
        open = true;
        ask();
    }

    /** No line of the file may go out yet. */
    boolean open() {
        return open;
    }

    /** Why the job cannot go on here. */
    Optional<Outcome.Failed> failure() {
        return Optional.ofNullable(failure);
    }

    /** The printer said this. */
    void hear(Reply reply) {
        if (!open) {
            return;
        }
        Reply content = reply instanceof Reply.Ok ok ? ok.carried().orElse(reply) : reply;
        if (content instanceof Reply.Firmware answer) {
            printer = answer.report();
        } else if (content instanceof Reply.Temperatures answer && reply instanceof Reply.Ok) {
            temperatures = answer.report();
        }
    }

    /** A line was taken. */
    void taken(Line line) {
        if (!open || line != last) {
            return;
        }
        if (judged) {
            goOn();
            return;
        }
        Optional<String> difference = printer == null ? Optional.of("it does not say what it is")
                : job.known().difference(printer);
        if (difference.isPresent() && questions < MOST_QUESTIONS) {
            ask();
        } else if (difference.isPresent()) {
            failure = new Outcome.Failed(FailReason.CONNECTION_LOST,
                    "the printer at this port is not that of the job: " + difference.get());
        } else {
            judged = true;
            actions.add(new Action.Publish(job.known().identified()));
            add(prepare());
        }
    }

    private void ask() {
        questions++;
        add(List.of("M105", "M115"));
    }

    private void add(List<String> commands) {
        for (String command : commands) {
            last = Line.own(command);
            upcoming.add(last);
        }
        if (commands.isEmpty()) {
            goOn();
        }
    }

    private List<String> prepare() {
        List<String> commands = new ArrayList<>(heat());
        if (job.known().reports()) {
            commands.add("M155 S2");
        }
        return commands;
    }

    /** A printer that pauses by itself heats up by itself when it goes on. */
    private List<String> heat() {
        PrintState file = job.retrace().state();
        boolean cold = pauses.holding() && settings.pausesItself();
        if (cold || temperatures == null) {
            return List.of();
        }
        List<String> set = new ArrayList<>();
        List<String> await = new ArrayList<>();
        if (file.bedTarget() > 0 && off("B")) {
            set.add(PrintState.command("M140 S", file.bedTarget()));
            await.add(PrintState.command("M190 S", file.bedTarget()));
        }
        if (file.toolTarget() > 0 && off("T")) {
            set.add(PrintState.command("M104 S", file.toolTarget()));
            await.add(PrintState.command("M109 S", file.toolTarget()));
        }
        set.addAll(await);
        return set;
    }

    private boolean off(String sensor) {
        TemperatureReport.Reading reading = temperatures.readings().get(sensor);
        return reading != null && reading.target().isPresent() && reading.target().getAsDouble() == 0;
    }

    private void goOn() {
        open = false;
        if (pauses.paused()) {
            actions.add(new Action.Publish(new Event.PrintPaused(Actor.HOST, null)));
        } else if (pauses.running()) {
            actions.add(new Action.Publish(new Event.PrintResumed(Actor.HOST)));
        }
    }
}
