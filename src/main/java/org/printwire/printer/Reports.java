package org.printwire.printer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.printwire.event.Event;
import org.printwire.marlin.Reply;
import org.printwire.marlin.TemperatureNames;
import org.printwire.marlin.TemperatureReport;

/** Replies that are events by themselves, whatever the job does. */
final class Reports {

    private Reports() {}

    static List<Event> events(Reply reply) {
        Reply content = reply instanceof Reply.Ok ok ? ok.carried().orElse(null) : reply;
        if (content instanceof Reply.Temperatures temperatures) {
            return List.of(new Event.TemperaturesReported(sensors(temperatures.report())));
        }
        if (content instanceof Reply.Position at) {
            return List.of(new Event.PositionReported(at.x(), at.y(), at.z(), at.e()));
        }
        if (content instanceof Reply.Echo echo) {
            return List.of(new Event.Notice(Event.NoticeSource.ECHO, echo.text()));
        }
        if (content instanceof Reply.Warning warning) {
            return List.of(new Event.Notice(Event.NoticeSource.WARNING, warning.text()));
        }
        return List.of();
    }

    private static Map<String, Event.Temperature> sensors(TemperatureReport report) {
        Map<String, Event.Temperature> sensors = new LinkedHashMap<>();
        TemperatureNames.sensors(report, 0).forEach((name, reading) -> sensors.put(name, new Event.Temperature(
                reading.actual(), reading.target().isPresent() ? Double.valueOf(reading.target().getAsDouble()) : null)));
        return sensors;
    }
}
