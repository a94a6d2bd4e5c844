package org.printwire.sim;

import java.time.Duration;
import java.util.Locale;

/** Something that goes wrong with a simulated printer or its cable. Lines are counted as the firmware accepts them. */
public sealed interface Fault {

    /** The name under which the fault is given on the command line and counted in the report. */
    String name();

    /** Goes wrong by chance, drawn once for every line. */
    record Chance(Kind kind, double rate) implements Fault {
        public enum Kind {
            /** One byte of a line to the printer is replaced, sometimes its line end. */
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
            NOISE;

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
    record HangAt(long line, Duration span) implements Fault {
        @Override
        public String name() {
            return "hang-at";
        }
    }

    /** The board resets at a line and prints its banner. */
    record ResetAt(long line) implements Fault {
        @Override
        public String name() {
            return "reset-at";
        }
    }

    /** The USB cable is pulled at a line. The board stays powered. */
    record UnplugAt(long line) implements Fault {
        @Override
        public String name() {
            return "unplug-at";
        }
    }

    /** The firmware kills itself at a line, giving {@code text} as the reason. */
    record ErrorAt(long line, String text) implements Fault {
        @Override
        public String name() {
            return "error-at";
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
