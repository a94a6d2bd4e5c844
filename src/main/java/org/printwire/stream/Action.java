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
     * @param bytes what goes on the wire: the frame, behind a line end if {@code flush}
     * @param flush the bytes begin with a line end, see {@link org.printwire.marlin.WireCode}
     * @param again true when this line was sent before
     */
    record Send(Frame frame, byte[] bytes, boolean flush, boolean again) implements Action {}

    /**
     * Write down that a command of the host's own will go out under this number, so that after the host's death the
     * numbers of the file's lines are known. It waits for {@link Input.Kept}.
     */
    record Keep(Insertion insertion) implements Action {}

    /** The job is being stopped: no line of the file will follow, and after the host's death nobody must go on with it. */
    record Stopping(Outcome outcome) implements Action {}

    /** Tell everybody. */
    record Publish(Event event) implements Action {}

    /** The printer has taken this line of the file, under this number: each exactly once, in order. */
    record Taken(GcodeLine line, long number) implements Action {}

    /** The head stands aside, behind the last move of a layer: all moves before it have been made. Once for each layer. */
    record Parked() implements Action {}

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
