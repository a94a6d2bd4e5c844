package org.printwire.printer;

import org.printwire.stream.Action;
import org.printwire.stream.Input;

/**
 * Sees every line both ways, and what else decides about them, for logs and recordings. Called on the printer thread: it
 * must not wait. Times are monotonic nanoseconds.
 */
public interface Traffic {

    /** Nobody looks. */
    Traffic NONE = new Traffic() {
        @Override
        public void sent(Action.Send line, long nanos) { }

        @Override
        public void received(String line, long nanos) { }
    };

    /** A line went out, unless a note behind it says that the port was gone. */
    void sent(Action.Send line, long nanos);

    /** A line came in; without its line end. */
    void received(String line, long nanos);

    /** The state machine is about to be told this, which is no line of the printer. */
    default void told(Input input, long nanos) { }

    /** Something begins or ends, in the words of {@link org.printwire.recording.Wire}. */
    default void note(String words, long nanos) { }
}
