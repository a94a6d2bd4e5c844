package org.printwire.gcode;

/**
 * Goes along with the survey of a file, so that it is read once: hears every command that goes to the printer, in order, on
 * the survey's thread. Words and head are those of this moment: nothing of them may be kept.
 */
public interface SurveyListener {

    /** Nobody listens. */
    SurveyListener NONE = new SurveyListener() {
        @Override
        public void move(long index, CommandWords words, Head head) {
            // nobody
        }

        @Override
        public void command(long index, CommandWords words, Head head) {
            // nobody
        }
    };

    /** A G0 to G3, which the head has just made. */
    void move(long index, CommandWords words, Head head);

    /** Any other command, after the head has followed it. */
    void command(long index, CommandWords words, Head head);
}
