package org.printwire.recording;

/** The file is no recording. The message is for the user. */
public final class RecordingException extends Exception {

    private static final long serialVersionUID = 1;

    RecordingException(long place) {
        super("line " + place + " is no line of a recording: it must begin with > or < or #, or with a time in seconds"
                + " and one of these");
    }
}
