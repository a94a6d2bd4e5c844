package org.printwire.sim;

import java.time.Duration;
import java.util.Locale;

/** Something that goes wrong with a simulated printer or its cable. Lines are counted as the firmware accepts them. */
public sealed interface Fault {

    /** The name under which the fault is given on the command line and counted in the report. */
    String name();

    /** Strikes at a line, counted as the firmware accepts them, from 1 since the simulation began. */
    sealed interface AtLine extends Fault {
        long line();
    }

    /** Goes wrong by chance, drawn once for every line. */
    record Chance(Kind kind, double rate) implements Fault {
        public enum Kind {
            /** One byte of a line to the printer is replaced, sometimes its line end; in a packed line a bit flips. */
            CORRUPT_IN,
            /** One byte of a line to the host is replaced; the line end never is. */
            CORRUPT_OUT,
            /** A line to the printer vanishes. */
            LOST_LINE,
            /** A line to the printer comes twice. */
            DUPLICATED_LINE,
            /** An {@code ok} to the host vanishes. */
            LOST_OK,
            /** An {@code ok} to the host comes twice. */
            DOUBLED_OK,
            /** One to four bytes of noise come before a line to the host. */
            NOISE,
            /** An {@code ok} to the host comes one to five seconds late; what is said meanwhile overtakes it. */
            LATE_OK,
            /** A line to the host comes after the next one, or a second late if none follows. */
            REORDERED,
            /** One byte of a line to the printer vanishes, sometimes its line end. */
            LOST_BYTE,
            /** One byte of a line to the host vanishes, sometimes its line end, which makes two lines one. */
            LOST_BYTE_OUT;

            /** As written on the command line: {@code corrupt-in}. */
            public String text() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        public Chance {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("rate " + rate + " is not between 0 and 1");
            }
        }

        @Override
        public String name() {
            return kind.text();
        }
    }

    /** The firmware stops working at a line, for ever when {@code span} is zero. */
    record HangAt(long line, Duration span) implements AtLine {
        @Override
        public String name() {
            return "hang-at";
        }
    }

    /** The board resets at a line and prints its banner. */
    record ResetAt(long line) implements AtLine {
        @Override
        public String name() {
            return "reset-at";
        }
    }

    /**
     * The USB cable is pulled at a line. The board stays powered and goes on with what it has.
     *
     * @param span   until the cable is back; zero: it never comes back
     * @param resets whether the host that opens the port then resets the board; otherwise not even DTR does
     */
    record UnplugAt(long line, Duration span, boolean resets) implements AtLine {
        @Override
        public String name() {
            return "unplug-at";
        }
    }

    /** The firmware kills itself at a line, giving {@code text} as the reason. */
    record ErrorAt(long line, String text) implements AtLine {
        @Override
        public String name() {
            return "error-at";
        }
    }

    /** The firmware hangs at a line, for ever when {@code span} is zero, but reads on and says that it is busy. */
    record HangBusyAt(long line, Duration span) implements AtLine {
        @Override
        public String name() {
            return "hang-busy-at";
        }
    }

    /** From this line on the firmware does not look at its receive ring for {@code span}: it fills while more is sent. */
    record OverflowAt(long line, Duration span) implements AtLine {
        @Override
        public String name() {
            return "overflow-at";
        }
    }

    /** The numbered line that would be accepted as this one is refused {@code count} times though it is right. */
    record StormAt(long line, int count) implements AtLine {
        @Override
        public String name() {
            return "storm-at";
        }
    }

    /** The power fails at a line, and is back after {@code span}. */
    record PanicAt(long line, Duration span) implements AtLine {
        @Override
        public String name() {
            return "panic-at";
        }
    }

    /** What the world or the user does to the printer once a line is accepted. */
    record HappensAt(long line, Happening happening) implements AtLine {
        public enum Happening {
            RUNOUT, CRASH, FAN, MINTEMP, PAUSE, STOP;

            /** As written on the command line: {@code runout-at}. */
            public String text() {
                return name().toLowerCase(Locale.ROOT) + "-at";
            }
        }

        @Override
        public String name() {
            return happening.text();
        }
    }

    /** The board takes at most so many bytes a second from its USB port, so that the host's writes block. */
    record SlowReader(int bytesPerSecond) implements Fault {
        @Override
        public String name() {
            return "slow-reader";
        }
    }
}
