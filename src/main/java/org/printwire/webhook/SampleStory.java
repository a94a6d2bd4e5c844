package org.printwire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;
import org.printwire.event.Event.NoticeSource;
import org.printwire.event.Event.ProgressSource;
import org.printwire.event.Event.Temperature;

/**
 * A print that never was, up to an event that somebody wants to see as a message: with the figures that a real one
 * would have by then. Pure.
 */
public final class SampleStory {

    /** The file of the story, and what is in it. */
    public static final String FILE = "benchy.gcode";

    public static final long BYTES = 3_482_113;
    public static final long COMMANDS = 118_402;
    public static final int LAYERS = 240;
    private static final Event.PrintStarted STARTED =
            new Event.PrintStarted(FILE, "/home/pi/" + FILE, BYTES, COMMANDS, LAYERS, 1);

    private final List<Envelope> envelopes = new ArrayList<>();
    private Instant time;

    private SampleStory(Instant end) {
        time = end.minus(Duration.ofMinutes(52));
    }

    /**
     * The events from the connection on, the last of which makes the message.
     *
     * @param name     as in {@code events:}
     * @param interval percent between two Print Progress
     * @param end      when the last of them happens, about
     * @throws IllegalArgumentException there is no such name
     */
    public static List<Envelope> upTo(String name, int interval, Instant end) {
        SampleStory story = new SampleStory(end);
        story.tell(null, new Event.Connected("/dev/ttyACM0", 115_200));
        if (name.equals("Connected")) {
            return story.envelopes;
        }
        story.tell(null, new Event.FirmwareIdentified("Prusa-Firmware 3.14.0", "Prusa i3 MK3S", "prusa-mk3s",
                Map.of("AUTOREPORT_TEMP", true)));
        if (name.equals("FirmwareIdentified")) {
            return story.envelopes;
        }
        story.tell(FILE, STARTED);
        if (!name.equals("PrintStarted")) {
            story.half(interval);
            story.lastly(name, interval);
        }
        return story.envelopes;
    }

    /** A fifth of the print. */
    private void half(int interval) {
        time = time.plus(Duration.ofMinutes(50));
        tell(FILE, heat(215.1, 215, 60.2, 60));
        tell(FILE, new Event.LayerChanged(1, LAYERS, 0.2));
        tell(FILE, new Event.ZChanged(9.4, 9.2));
        tell(FILE, new Event.LayerChanged(47, LAYERS, 9.4));
        tell(FILE, new Event.ProgressChanged(Math.min(19, interval - 1), 212, ProgressSource.M73_NORMAL, BYTES / 5));
    }

    private void lastly(String name, int interval) {
        switch (name) {
            case "PrintDone" -> tell(FILE, done());
            case "CooledDown" -> {
                tell(FILE, done());
                tell(null, heat(39.5, 0, 36.2, 0));
            }
            case "PrintProgress" -> tell(FILE, new Event.ProgressChanged(
                    interval, 198, ProgressSource.M73_NORMAL, BYTES * interval / 100));
            case "Layer" -> tell(FILE, new Event.LayerChanged(48, LAYERS, 9.6));
            case "Error" -> tell(FILE, new Event.PrinterError("Heating failed, system stopped!", true, "MINTEMP fan 0"));
            default -> tell(name.equals("Disconnected") ? null : FILE, other(name));
        }
    }

    private static Event other(String name) {
        return switch (name) {
            case "Disconnected" -> new Event.Disconnected("/dev/ttyACM0", "the job is over");
            case "PrinterReset" -> new Event.PrinterReset(true);
            case "PrintFailed" -> new Event.PrintFailed(FILE, FailReason.CONNECTION_LOST,
                    "the port /dev/ttyACM0 is gone. The heaters may still be on: look after the printer", 3120.4, 20);
            case "PrintCancelled" -> new Event.PrintCancelled(FILE, Actor.USER, 3120.4, 20);
            case "PrintPaused" -> new Event.PrintPaused(Actor.FILE, "M601");
            case "PrintResumed" -> new Event.PrintResumed(Actor.PRINTER);
            case "PhaseChanged" -> new Event.PhaseChanged(Event.Phase.PAUSING);
            case "StopsPlanned" -> new Event.StopsPlanned(List.of(new Event.PlannedStop("M600", 98_112, "#FF8000", 9_240)));
            case "ProgressChanged" -> new Event.ProgressChanged(20, 210, ProgressSource.M73_NORMAL, BYTES / 5);
            case "ZChanged" -> new Event.ZChanged(9.6, 9.4);
            case "LayerChanged" -> new Event.LayerChanged(48, LAYERS, 9.6);
            case "LayerDone" -> new Event.LayerDone(47, LAYERS, 9.4);
            case "TimelapseDone" -> new Event.TimelapseDone(FILE, "/home/pi/benchy.mp4", "/home/pi/benchy.jpg", LAYERS, 9.6);
            case "TimelapseFailed" -> new Event.TimelapseFailed(FILE, "there are no pictures: the camera gave none");
            case "ColorChangePending" -> new Event.ColorChangePending(5, 2140L, "#FF8000");
            case "ColorChangeWaiting" -> new Event.ColorChangeWaiting(1, "#FF8000");
            case "ColorChangeDone" -> new Event.ColorChangeDone(1, 95.5);
            case "FilamentRunout" -> new Event.FilamentRunout();
            case "UserActionNeeded" -> new Event.UserActionNeeded("the printer waits for its knob");
            case "PrinterError" -> new Event.PrinterError("Heating failed, system stopped!", true, "MINTEMP fan 0");
            case "ResendsHigh" -> new Event.ResendsHigh(12, 61, 18_204);
            case "PowerFailed" -> new Event.PowerFailed();
            case "TemperaturesReported" -> heat(214.9, 215, 59.9, 60);
            case "PositionReported" -> new Event.PositionReported(112.4, 98.7, 9.4, 1284.31);
            case "MessageFired" -> new Event.MessageFired("note", "put in the magnets now");
            case "Notice" -> new Event.Notice(NoticeSource.M117, "put in the magnets now");
            default -> throw new IllegalArgumentException("no event is named " + name);
        };
    }

    private static Event done() {
        return new Event.PrintDone(FILE, 15_840.2, COMMANDS, 0);
    }

    private static Event heat(double nozzle, double nozzleTarget, double bed, double bedTarget) {
        Map<String, Temperature> sensors = new LinkedHashMap<>();
        sensors.put("tool0", new Temperature(nozzle, nozzleTarget));
        sensors.put("bed", new Temperature(bed, bedTarget));
        return new Event.TemperaturesReported(sensors);
    }

    private void tell(String job, Event event) {
        envelopes.add(new Envelope(time, envelopes.size() + 1, job, event));
        time = time.plusSeconds(1);
    }
}
