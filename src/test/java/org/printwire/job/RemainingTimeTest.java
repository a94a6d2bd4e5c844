package org.printwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.printwire.estimate.Machine;
import org.printwire.estimate.Sliced;
import org.printwire.estimate.TimeTable;
import org.printwire.estimate.Waits;
import org.printwire.event.Event;
import org.printwire.event.Event.ColorChangePending;
import org.printwire.event.Event.ProgressChanged;
import org.printwire.event.Event.ProgressSource;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * The shared cube at the real scale of time, on a virtual clock. The printer is another than the estimate thinks: it heats
 * half as fast, and somebody lets it wait ten minutes for new filament.
 */
class RemainingTimeTest {
    private static final String CUBE = "ps_mk3s_cube20_M600_M601.gcode";
    private static final double USER = 600;
    private static final Waits SLOW_HEATERS = new Waits(1, 0.15, 25, 25, 80, 0);

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

    @Test
    void the_minutes_of_the_warning_are_the_users() throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        double[] truth = truth(lines, 1);
        Job job = job(true, Sliced.estimate(lines, Machine.of("prusa-mk3s")).table());
        assertThat(told(job, new Outlook(List.of(4, 3, 2), OptionalDouble::empty), lines, truth, ColorChangePending.class))
                .extracting(ColorChangePending::minutes).containsExactly(4, 3, 2);
        assertThat(told(job, new Outlook(List.of(), OptionalDouble::empty), lines, truth, ColorChangePending.class)).isEmpty();
    }

    @Test
    void the_stops_ahead_are_told_with_the_time_to_each_and_those_that_are_over_are_not() throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        TimeTable times = Sliced.estimate(lines, Machine.of("prusa-mk3s")).table();
        JobTracker tracker = new JobTracker(job(true, times), 0);
        int stop = stop(lines);
        assertThat(tracker.planned().orElseThrow().stops()).containsExactly(
                new Event.PlannedStop("M600", 2550, "#FF0000", (int) Math.round(times.at(stop - 1))));
        for (int i = 0; i <= stop; i++) {
            tracker.taken(lines.get(i), (long) (times.at(i) * 1e9));
        }
        assertThat(tracker.planned()).isEmpty();
        assertThat(new JobTracker(job(true, null), 0).planned().orElseThrow().stops()).extracting(Event.PlannedStop::seconds)
                .containsOnlyNulls();
    }

    @Test
    void earlier_prints_of_the_file_lead_then_the_estimate_and_the_slicer_where_that_is_of_another_machine() throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        double[] truth = truth(lines, 1);
        TimeTable right = Sliced.estimate(lines, Machine.of("prusa-mk3s")).table();
        List<GcodeLine> slow = new ArrayList<>();
        lines.forEach(line -> slow.add(GcodeWord.is(line.text(), 'G', 80)
                ? new GcodeLine(line.index(), line.fileLine(), line.endOffset(), "M220 S50") : line));
        TimeTable wrong = Sliced.estimate(slow, Machine.of("prusa-mk3s")).table();
        Outlook earlier = new Outlook(List.of(), () -> OptionalDouble.of(right.seconds() * 1.5));

        assertThat(sources(job(true, right), Outlook.USUAL, lines, truth)).containsExactly(ProgressSource.ESTIMATE);
        assertThat(sources(job(true, wrong), Outlook.USUAL, lines, truth)).endsWith(ProgressSource.M73_NORMAL);
        assertThat(sources(job(true, right), earlier, lines, truth)).containsExactly(ProgressSource.AVERAGE);
        assertThat(sources(job(false, null), earlier, lines, truth)).containsExactly(ProgressSource.BYTES);
        assertThat(told(job(true, right), earlier, lines, truth, ProgressChanged.class).get(1).secondsLeft())
                .isCloseTo((int) (right.seconds() * 1.5), Percentage.withPercentage(6));
    }

    @Test
    void heating_that_is_still_to_come_is_added_to_what_the_slicer_says() throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        TimeTable times = Sliced.estimate(lines, Machine.of("prusa-mk3s")).table();
        TimeLeft left = new TimeLeft(times, new Pace(times, 0), OptionalDouble::empty);
        left.slicer(28, 0);
        assertThat(times.standing()).isGreaterThan(150);
        assertThat(left.bySlicer(0)).isEqualTo(28.5 * 60 + times.standing());
        assertThat(left.bySlicer(printing(lines))).isCloseTo(28.5 * 60, Offset.offset(10.0));
    }

    private static List<ProgressSource> sources(Job job, Outlook outlook, List<GcodeLine> lines, double[] truth) {
        return told(job, outlook, lines, truth, ProgressChanged.class).stream().map(ProgressChanged::source).distinct().toList();
    }

    private static <E extends Event> List<E> told(Job job, Outlook outlook, List<GcodeLine> lines, double[] truth, Class<E> type) {
        JobTracker tracker = new JobTracker(job, outlook, 0);
        List<E> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (Event event : tracker.taken(lines.get(i), (long) (truth[i] * 1e9))) {
                if (type.isInstance(event)) {
                    told.add(type.cast(event));
                }
            }
        }
        return told;
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

    private static Job job(boolean slicerTimes, TimeTable times) throws IOException {
        List<GcodeLine> lines = Sliced.lines(CUBE);
        return new Job(CUBE, Path.of(CUBE), lines.get(lines.size() - 1).endOffset(), lines.size(), 100, 0, slicerTimes,
                List.of(new Job.Stop(stop(lines), "M600", true, "#FF0000", 2550))).with(times);
    }
}
