package org.printwire.marlin;

/**
 * How a line becomes bytes: as text, or packed. The firmware must have been told which.
 *
 * <p>Stateless: the bytes of a line do not depend on the lines before it, so any line can be sent again.
 */
public interface WireCode {

    /** The text itself, Latin-1, with a line feed. */
    WireCode PLAIN = Frame::bytes;

    /**
     * Text for a printer that may still unpack lines, because the host before this one has died: what closes a half line
     * also switches that off ({@link PackingCommand#endUnasked}).
     */
    WireCode GREETING = (frame, closing) ->
            closing ? PackingCommand.joined(PackingCommand.endUnasked(), frame.bytes()) : frame.bytes();

    /**
     * What is written to the port, line feed included.
     *
     * @param closing a line end goes first, to close a half line that noise may have left in the printer. An empty line is
     *                not answered (Prusa MK3 3.14, Marlin 2.1)
     */
    byte[] encode(Frame frame, boolean closing);
}
