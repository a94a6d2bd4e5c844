package org.printwire.stream;

import java.util.Map;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.FirmwareReport;
import org.printwire.marlin.Frame;

/** What the streamer wants done, in this order. */
public sealed interface Action {

    /**
     * Write these bytes now.
     *
     * @param bytes the frame as it goes on the wire
     * @param flush write a line end first: it closes a half line that noise may have left in the printer. An empty line
     *              is not answered (Prusa MK3 3.14, Marlin 2.1)
     * @param again true when this line was sent before
     */
    record Send(Frame frame, byte[] bytes, boolean flush, boolean again) implements Action {}

    /** Tell everybody. */
    record Publish(Event event) implements Action {}

    /** The printer has taken this line of the file: each exactly once, in order. */
    record Taken(GcodeLine line) implements Action {}

    /**
     * The printer is awake and known.
     *
     * @param temperaturesInOk its answer to M105 is an {@code ok} with temperatures on the same line
     */
    record Ready(FirmwareReport firmware, Map<String, Boolean> capabilities, boolean temperaturesInOk)
            implements Action {}

    /** Nothing more will be sent. */
    record Ended(Outcome outcome) implements Action {}
}
