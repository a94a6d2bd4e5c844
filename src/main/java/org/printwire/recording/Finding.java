package org.printwire.recording;

import org.printwire.event.Event;
import org.printwire.marlin.Reply;

/** What a replay has to say about a line. */
public sealed interface Finding {

    /** What the parser makes of a line of the printer. */
    record Heard(String line, Reply reply) implements Finding {
        /** The parser does not know the line. */
        public boolean understood() {
            return !(reply instanceof Reply.Other) && !(reply instanceof Reply.Fault fault
                    && fault.kind() == Reply.Fault.Kind.UNRECOGNISED);
        }
    }

    /** The connector or the streamer tells this. */
    record Tells(Event event) implements Finding {}

    /** From here on nothing is printed again, and no difference is looked for; the reason for people. */
    record OnlyRead(String why) implements Finding {}

    /**
     * What was sent is not what would be sent today.
     *
     * @param recorded as written; null: nothing
     * @param replayed as it would be written; null: nothing
     */
    record Differs(String recorded, String replayed) implements Finding {}
}
