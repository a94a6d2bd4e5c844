package org.printwire.sim;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The faults that strike at a line, counted as the firmware accepts them. */
final class Mishaps {
    private final Faults faults;
    private final Cable cable;
    private final Map<Fault.StormAt, Integer> refused = new HashMap<>();
    private Board board;
    private Firmware firmware;

    Mishaps(Faults faults, Cable cable) {
        this.faults = faults;
        this.cable = cable;
    }

    /** To whom they happen from now on. */
    void befall(Board target, Firmware its) {
        this.board = target;
        this.firmware = its;
    }

    /** Whether a line that is right is refused all the same; {@code count}: as which it would be accepted. */
    boolean refuses(long count) {
        for (Fault fault : faults.all()) {
            if (fault instanceof Fault.StormAt storm && storm.line() == count) {
                int before = refused.merge(storm, 1, Integer::sum) - 1;
                if (before < storm.count()) {
                    board.tally.fault(storm.name());
                    return true;
                }
            }
        }
        return false;
    }

    /** So many lines have gone into the buffer. */
    void accepted(long count) {
        for (Fault fault : faults.all()) {
            if (fault instanceof Fault.AtLine at && at.line() == count && !(fault instanceof Fault.StormAt)) {
                board.tally.fault(fault.name());
                strike(at);
            }
        }
    }

    private void strike(Fault.AtLine fault) {
        if (fault instanceof Fault.HangAt hang) {
            board.hungUntilNanos = until(hang.span());
        } else if (fault instanceof Fault.HangBusyAt hang) {
            board.dazedUntilNanos = until(hang.span());
            board.dazedBusyNanos = board.busyIntervalNanos == 0 ? Board.NEVER : board.nowNanos + board.busyIntervalNanos;
        } else if (fault instanceof Fault.OverflowAt overflow) {
            board.deafUntilNanos = until(overflow.span());
        } else if (fault instanceof Fault.ResetAt) {
            board.reboot = Board.Reboot.PLAIN;
        } else if (fault instanceof Fault.UnplugAt unplug) {
            cable.pull(unplug, board.nowNanos);
        } else if (fault instanceof Fault.ErrorAt error) {
            firmware.kill(error.text());
        } else if (fault instanceof Fault.PanicAt panic) {
            board.strikes.addLast(() -> firmware.powerPanic(panic.span()));
        } else if (fault instanceof Fault.HappensAt happens) {
            board.strikes.addLast(() -> happen(happens.happening()));
        }
    }

    private void happen(Fault.HappensAt.Happening happening) {
        switch (happening) {
            case RUNOUT -> firmware.runout();
            case CRASH -> firmware.crash();
            case FAN -> firmware.fanStall();
            case MINTEMP -> firmware.minTemp();
            case PAUSE -> firmware.lcdPause();
            case STOP -> firmware.lcdStop();
        }
    }

    private long until(Duration span) {
        return span.isZero() ? Board.NEVER : board.nowNanos + span.toNanos();
    }
}
