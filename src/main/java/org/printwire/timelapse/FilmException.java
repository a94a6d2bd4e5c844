package org.printwire.timelapse;

/** There is no film; the message says for people why, and what to do. */
public final class FilmException extends Exception {
    private static final long serialVersionUID = 1;

    public FilmException(String message) {
        super(message);
    }
}
