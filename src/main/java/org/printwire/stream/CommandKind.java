package org.printwire.stream;

import java.util.Set;

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

    private static final Set<Integer> LONG_G = Set.of(4, 28, 29, 30, 32, 33, 34, 76, 80, 81, 87, 88);
    private static final Set<Integer> LONG_M = Set.of(48, 109, 116, 190, 191, 226, 303, 306, 400, 603, 701, 702);

    static CommandKind of(String text) {
        char letter = Character.toUpperCase(text.charAt(0));
        if (letter == 'T') {
            return LONG;
        }
        int number = number(text);
        if (letter == 'G') {
            return LONG_G.contains(number) ? LONG : ORDINARY;
        }
        if (letter != 'M') {
            return ORDINARY;
        }
        return switch (number) {
            case 0, 1 -> USER_WAIT;
            case 600 -> COLOR_CHANGE;
            case 25, 125, 601 -> PAUSE;
            case 602 -> RESUME;
            case 105 -> TEMPERATURE;
            case 110 -> NUMBERING;
            default -> LONG_M.contains(number) ? LONG : ORDINARY;
        };
    }

    /** True where the answer comes at once, or as soon as a move is done. */
    boolean quick() {
        return this == ORDINARY || this == TEMPERATURE || this == NUMBERING || this == PAUSE;
    }

    /** True where the answer waits for a person: silence is no fault while busy lines keep coming. */
    boolean waitsForUser() {
        return this == COLOR_CHANGE || this == USER_WAIT;
    }

    private static int number(String text) {
        int value = -1;
        for (int i = 1; i < text.length() && i < 8; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = Math.max(value, 0) * 10 + digit;
        }
        return value;
    }
}
