package org.printwire.stream;

import java.util.HashMap;
import java.util.Map;
import org.printwire.gcode.GcodeWord;

/**
 * What a command means for the flow of lines: how long its {@code ok} may take, and whether the job may go on after it.
 * Case does not matter: a firmware that takes lower case must be treated alike, and one that does not answers at once.
 */
enum CommandKind {
    /** Answered at once, or when the planner has room. */
    ORDINARY,
    /** Answered when a movement, a heating or a wait is over; minutes. */
    LONG,
    /** M600: answered when the user has changed the filament; hours. */
    COLOR_CHANGE,
    /** M0, M1: answered when the user has pressed the knob; hours. */
    USER_WAIT,
    /** M601, M25, M125: answered before the printer pauses (Prusa MK3 3.14); feeding must stop after it. */
    PAUSE,
    /** M602: the printer asks for lines again before it answers (Prusa MK3 3.14). */
    RESUME,
    /** M105: its answer is told from every other {@code ok} by the temperatures it carries. */
    TEMPERATURE,
    /** M110: sets the firmware's line number without the usual check. */
    NUMBERING;

    private static final Map<Integer, CommandKind> KINDS = new HashMap<>();

    static {
        put('G', LONG, 4, 28, 29, 30, 32, 33, 34, 76, 80, 81, 87, 88);
        put('M', LONG, 48, 109, 116, 190, 191, 226, 303, 306, 400, 603, 701, 702);
        put('T', LONG, 0);
        put('M', USER_WAIT, 0, 1);
        put('M', COLOR_CHANGE, 600);
        put('M', PAUSE, 25, 125, 601);
        put('M', RESUME, 602);
        put('M', TEMPERATURE, 105);
        put('M', NUMBERING, 110);
    }

    private static void put(char letter, CommandKind kind, int... numbers) {
        for (int number : numbers) {
            KINDS.put(GcodeWord.code(letter, number), kind);
        }
    }

    static CommandKind of(String text) {
        return KINDS.getOrDefault(GcodeWord.code(text), ORDINARY);
    }

    /** True where the answer comes at once, or as soon as a move is done. */
    boolean quick() {
        return this == ORDINARY || this == TEMPERATURE || this == NUMBERING || this == PAUSE;
    }

    /** True where the answer waits for a person: silence is no fault while busy lines keep coming. */
    boolean waitsForUser() {
        return this == COLOR_CHANGE || this == USER_WAIT;
    }
}
