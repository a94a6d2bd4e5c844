package org.printwire.testing;

import java.time.Instant;
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

/** One example of every event, with every component known: those of docs/events.md. */
public final class EventSamples {

    private static final Instant TIME = Instant.parse("2026-11-23T18:30:05.250Z");

    private EventSamples() {}

    /** In the order of {@link Event#types()}. */
    public static List<Event> all() {
        Map<String, Boolean> capabilities = new LinkedHashMap<>();
        capabilities.put("AUTOREPORT_TEMP", true);
        capabilities.put("EMERGENCY_PARSER", false);
        Map<String, Temperature> sensors = new LinkedHashMap<>();
        sensors.put("tool0", new Temperature(214.8, 215.0));
        sensors.put("bed", new Temperature(60.1, 60.0));
        sensors.put("P", new Temperature(31.5, null));
        return List.of(
                new Event.Connected("/dev/ttyACM0", 115_200),
                new Event.Disconnected("/dev/ttyACM0", "the cable was pulled"),
                new Event.FirmwareIdentified("Prusa-Firmware 3.14.0", "Prusa i3 MK3S", "prusa-mk3s", capabilities),
                new Event.PrinterReset(true),
                new Event.PrintStarted("cube.gcode", "/home/pi/cube.gcode", 648_802, 22_654, 100, 3),
                new Event.PrintDone("cube.gcode", 1742.5, 22_655, 0),
                new Event.PrintFailed("cube.gcode", FailReason.CONNECTION_LOST, "the cable was pulled", 612.25, 34),
                new Event.PrintCancelled("cube.gcode", Actor.USER, 612.25, 34),
                new Event.PrintPaused(Actor.FILE, "M601"),
                new Event.PrintResumed(Actor.PRINTER),
                new Event.PhaseChanged(Event.Phase.PAUSING),
                new Event.StopsPlanned(List.of(new Event.PlannedStop("M600", 2_550, "#FF0000", 245))),
                new Event.ProgressChanged(34, 19, ProgressSource.M73_NORMAL, 226000L, 1170, 74),
                new Event.ZChanged(2.4, 2.2),
                new Event.LayerChanged(12, 100, 2.4),
                new Event.LayerDone(11, 100, 2.2),
                new Event.ColorChangePending(5, 812L, "#FF0000"),
                new Event.ColorChangeWaiting(1, "#FF0000"),
                new Event.ColorChangeDone(1, 95.5),
                new Event.FilamentRunout(),
                new Event.UserActionNeeded("the printer waits for its knob"),
                new Event.PrinterError("Printer halted. kill() called!", true, "M112 called. Emergency Stop."),
                new Event.ResendsHigh(12, 61, 18_204),
                new Event.PowerFailed(),
                new Event.TemperaturesReported(sensors),
                new Event.PositionReported(125.0, 105.0, 2.4, 318.25),
                new Event.TimelapseDone("cube.gcode", "/home/pi/.local/share/printwire/timelapse/cube/cube.mp4",
                        "/home/pi/.local/share/printwire/timelapse/cube/cube.jpg", 100, 4.0),
                new Event.TimelapseFailed("cube.gcode", "the camera gave no picture"),
                new Event.MessageFired("slack", "half of it is done"),
                new Event.Notice(NoticeSource.M117, "Second color now"));
    }

    /** The sample numbered as the bus would do it; those that come with the connection are outside of a job. */
    public static Envelope envelope(Event event) {
        boolean outside = event instanceof Event.Connected || event instanceof Event.FirmwareIdentified;
        return new Envelope(TIME, 1 + all().indexOf(event), outside ? null : "cube.gcode", event);
    }
}
