package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.estimate.Machine;
import org.printwire.estimate.Sliced;
import org.printwire.estimate.TimeTable;
import org.printwire.estimate.Waits;
import org.printwire.event.Event;
import org.printwire.event.Event.ColorChangePending;
import org.printwire.event.Event.ProgressChanged;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * The shared cube at the real scale of time, on a virtual clock. The printer is another than the estimate thinks: it heats
 * half as fast, runs at its own speed (the knob at 80 or 120 %), and somebody lets it wait ten minutes for new filament.
 */
class RemainingTimeTest {
    private static final String CUBE = "ps_mk3s_cube20_M600_M601.gcode";
    private static final double USER = 600;
    private static final Waits SLOW_HEATERS = new Waits(1, 0.15, 25, 25, 80, 0);

    /** Mean of |said - true| over each second of printing that comes after the first figure, and how many had one. */
    record Error(double mean, double known) {
    }

    @ParameterizedTest
    @CsvSource({"1.0", "0.8", "1.2"})
    void both_together_are_better_than_m73_alone_and_bytes_alone(double speed) throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        TimeTable estimate = Sliced.estimate(lines, Machine.of("prusa-mk3s")).table();
        double[] truth = truth(lines, speed);
        Error both = error(lines, truth, job(true, estimate), true);
        Error own = error(lines, truth, job(false, estimate), true);
        Error slicer = error(lines, truth, job(true, null), false);
        Error bytes = error(lines, truth, job(false, null), false);
        String figures = String.format("mean absolute error, s: M73 and estimate %.0f, estimate %.0f, M73 %.0f, bytes %.0f",
                both.mean, own.mean, slicer.mean, bytes.mean);

        assertThat(both.mean).as(figures).isLessThan(0.75 * slicer.mean).isLessThan(bytes.mean);
        assertThat(own.mean).as(figures).isLessThan(slicer.mean).isLessThan(bytes.mean);
    }

    @Test
    void a_colour_change_is_announced_five_minutes_before_and_again_one() throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        double[] truth = truth(lines, 1);
        JobTracker tracker = new JobTracker(job(true, Sliced.estimate(lines, Machine.of("prusa-mk3s")).table()), 0);
        List<Integer> minutes = new ArrayList<>();
        List<Double> ahead = new ArrayList<>();
        int stop = stop(lines);
        for (int i = 0; i < lines.size(); i++) {
            for (Event event : tracker.taken(lines.get(i), (long) (truth[i] * 1e9))) {
                if (event instanceof ColorChangePending pending) {
                    minutes.add(pending.minutes());
                    ahead.add((truth[stop - 1] - truth[i]) / 60);
                }
            }
        }

        assertThat(minutes).containsExactly(5, 1);
        assertThat(ahead.get(1)).isBetween(0.8, 1.2);
    }

    /** When the printer has done each line. */
    private static double[] truth(List<GcodeLine> lines, double speed) {
        Machine real = Machine.of("prusa-mk3s").with(SLOW_HEATERS);
        TimeTable table = Sliced.estimate(lines, real).table();
        int printing = printing(lines);
        int stop = stop(lines);
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            double step = table.at(i) - table.at(i - 1L);
            ends[i] = (i == 0 ? 0 : ends[i - 1]) + (i > printing ? step / speed : step) + (i == stop ? USER : 0);
        }
        return ends;
    }

    private static int printing(List<GcodeLine> lines) {
        return (int) lines.stream().filter(line -> GcodeWord.is(line.text(), 'G', 80)).findFirst().orElseThrow().index();
    }

    private static int stop(List<GcodeLine> lines) {
        return (int) lines.stream().filter(line -> GcodeWord.is(line.text(), 'M', 600)).findFirst().orElseThrow().index();
    }

    /** After the change of filament nobody can know how long the user takes, so that is taken off what is true before it. */
    private static Error error(List<GcodeLine> lines, double[] truth, Job job, boolean seconds) {
        JobTracker tracker = new JobTracker(job, 0);
        OptionalDouble said = OptionalDouble.empty();
        int stop = stop(lines);
        double sum = 0;
        double known = 0;
        double all = 0;
        for (int i = 0; i < lines.size(); i++) {
            double step = truth[i] - (i == 0 ? 0 : truth[i - 1]) - (i == stop ? USER : 0);
            all += step;
            double left = truth[truth.length - 1] - truth[i] - (i < stop ? USER : 0);
            if (said.isPresent()) {
                // What was said holds for the moment; during a step it is on average half the step too old.
                sum += Math.abs(said.getAsDouble() - left - step / 2) * step;
                known += step;
            }
            for (Event event : tracker.taken(lines.get(i), (long) (truth[i] * 1e9))) {
                if (event instanceof ProgressChanged progress && progress.minutesLeft() != null) {
                    said = OptionalDouble.of(seconds ? progress.secondsLeft() : progress.minutesLeft() * 60.0);
                }
            }
        }
        return new Error(sum / known, known / all);
    }

    private static Job job(boolean slicerTimes, TimeTable times) throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        return new Job(CUBE, Path.of(CUBE), lines.get(lines.size() - 1).endOffset(), lines.size(), 100, 0, slicerTimes,
                List.of(new Job.Stop(stop(lines), "M600", true, "#FF0000", 2550))).with(times);
    }
}
