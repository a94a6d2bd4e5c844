package org.printwire.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.printwire.marlin.WireCode;

/**
 * What the streamer must know about the printer.
 *
 * @param window         how many lines may be unanswered
 * @param maxLineBytes   longest line with number and checksum, without the line end
 * @param answerLimit    silence of an ordinary command, with no busy line, after which the line is probed
 * @param pausesItself   M601, M602 and M603 work, and the printer reports what became of them (Prusa MK3)
 * @param emergencyParser M108 and M112 are obeyed while a command runs (capability EMERGENCY_PARSER)
 * @param pause          commands that pause a job
 * @param resume         commands that let it go on, for the modes that the file has set
 * @param cancel         commands after a cancelled job: heaters off, park
 * @param keepAlive      sent every 10 s while a job is paused, so that the printer's menu offers "Resume" (MK3 3.14 wants
 *                       M79 at least every 30 s); null: none
 * @param pollTemperatures the printer does not report temperatures by itself (M155)
 * @param code           how lines become bytes
 * @param keeps          the host's own commands wait until they are written down ({@link Action.Keep})
 * @param park           where the head goes between the layers
 */
public record StreamSettings(
        WindowPolicy window,
        int maxLineBytes,
        Duration answerLimit,
        boolean pausesItself,
        boolean emergencyParser,
        List<String> pause,
        Function<Modes, List<String>> resume,
        List<String> cancel,
        String keepAlive,
        boolean pollTemperatures,
        WireCode code,
        boolean keeps,
        Park park) {

    /** Plain text, and nothing is written down. */
    public StreamSettings(WindowPolicy window, int maxLineBytes, Duration answerLimit, boolean pausesItself,
            boolean emergencyParser, List<String> pause, Function<Modes, List<String>> resume, List<String> cancel,
            String keepAlive, boolean pollTemperatures) {
        this(window, maxLineBytes, answerLimit, pausesItself, emergencyParser, pause, resume, cancel, keepAlive,
                pollTemperatures, WireCode.PLAIN, false, Park.NONE);
    }

    /** Lines go out packed: a firmware that says it takes text understands none of them. */
    boolean packs() {
        return code != WireCode.PLAIN;
    }

    /** The same for another window. */
    public StreamSettings with(WindowPolicy other) {
        return new StreamSettings(other, maxLineBytes, answerLimit, pausesItself, emergencyParser, pause, resume, cancel,
                keepAlive, pollTemperatures, code, keeps, park);
    }

    /** The same for lines that become bytes in another way. */
    public StreamSettings with(WireCode other) {
        return new StreamSettings(window, maxLineBytes, answerLimit, pausesItself, emergencyParser, pause, resume, cancel,
                keepAlive, pollTemperatures, other, keeps, park);
    }

    /** The same, and the host's own commands wait until they are written down. */
    public StreamSettings keeping() {
        return new StreamSettings(window, maxLineBytes, answerLimit, pausesItself, emergencyParser, pause, resume, cancel,
                keepAlive, pollTemperatures, code, true, park);
    }

    /** The same, and the head goes aside between the layers. */
    public StreamSettings parking(Park other) {
        return new StreamSettings(window, maxLineBytes, answerLimit, pausesItself, emergencyParser, pause, resume, cancel,
                keepAlive, pollTemperatures, code, keeps, other);
    }
}
