package org.printwire.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.PlannedStop;

/** The stops of a file with the time at which each is to be expected, a line each. Pure. */
final class StopsText {

    /** A model in stripes may have hundreds; all are in the JSON. */
    static final int MOST = 10;

    private StopsText() {}

    /** None where the event tells of none. @param now when it was published */
    static List<EventText> of(Event event, Instant now, ZoneId zone) {
        if (!(event instanceof Event.StopsPlanned planned)) {
            return List.of();
        }
        List<EventText> lines = new ArrayList<>();
        planned.stops().stream().limit(MOST).forEach(stop -> lines.add(news(when(stop, now, zone) + what(stop))));
        int more = planned.stops().size() - lines.size();
        if (more > 0) {
            lines.add(news("and " + PlainText.count(more, "more stop")));
        }
        return lines;
    }

    private static String when(PlannedStop stop, Instant now, ZoneId zone) {
        return stop.seconds() == null ? "stop: " : "stop at about " + ClockText.of(now.plusSeconds(stop.seconds()), now, zone) + ": ";
    }

    private static String what(PlannedStop stop) {
        String color = stop.color() == null ? "" : " to " + stop.color();
        return (stop.command().equals("M600") ? "filament change" + color : "pause") + " (" + stop.command() + ", line " + stop.line() + ")";
    }

    private static EventText news(String text) {
        return new EventText(EventText.Weight.NEWS, PlainText.harmless(text));
    }
}
