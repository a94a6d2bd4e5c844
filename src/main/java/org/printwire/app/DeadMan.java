package org.printwire.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.printwire.config.PrinterProfile;
import org.printwire.printer.JobRunner.Start;

/**
 * The firmware's own timer that switches the heaters off when the host falls silent.
 *
 * <p>Prusa-Firmware MK2.5 and MK3: M86 S, seconds; it sets both targets to 0 and changes nothing else, so a job can still
 * be gone on with. It runs only while no G-code has come for ten seconds, and not in a pause. Marlin has M85 instead, which
 * kills the firmware and counts while the printer waits for its user as well: it would end a print that is only waiting for
 * filament, so it is not used.
 *
 * @param limit null: none is wanted
 * @param has   the firmware has such a timer
 */
record DeadMan(Duration limit, boolean has) {

    /** What the firmware has without being told (DEFAULT_SAFETYTIMER_TIME_MINS). */
    static final Duration PRUSA_DEFAULT = Duration.ofMinutes(30);

    static DeadMan of(PrinterProfile profile, Duration limit) {
        return new DeadMan(limit, profile.pausesItself());
    }

    /** The job with the timer set before it, and set back behind it. */
    Start around(Start job, Consumer<String> warnings) {
        if (limit == null) {
            return job;
        }
        if (!has) {
            warnings.accept("printer.deadMan does nothing here: this firmware has no timer that switches the heaters off and"
                    + " would not also end a print that waits for its user");
            return job;
        }
        List<String> first = new ArrayList<>(List.of("M86 S" + limit.toSeconds()));
        first.addAll(job.first());
        List<String> last = new ArrayList<>(job.last());
        last.add("M86 S" + PRUSA_DEFAULT.toSeconds());
        return new Start(job.fileLine(), first, last);
    }
}
