package org.printwire.estimate;

import org.printwire.gcode.GcodeLine;

/**
 * Turns the commands of a file into seconds, one after another, in constant memory (but for the table: 4 MB at most).
 *
 * <p>Known: G0 to G5 by their lines and arcs, G4, G10 and G11 (M207, M208), G20, G21, G28, G29, G80, G90 to G92, M82, M83,
 * M104, M109, M140, M190, M201, M203 to M205, M220, tool changes. All else takes no time; what waits for a person (M0, M600,
 * ...) and M400 lets the moves end. M221 is left out, as slicers do. Arcs are cut into pieces of 1 mm as in Marlin.
 *
 * <p>One thread; a command with numbers that are none moves nothing and throws nothing.
 */
public final class Estimator {
    private final Head head;
    private final TimeTable table = new TimeTable();
    private final Planner planner;
    private final LimitsNow limits;
    private final Waits waits;
    private final Heating nozzle;
    private final Heating bed;
    private final Words words = new Words();
    private double dwelling;
    private double heating;
    private double homing;
    private double changing;
    private int tool = -1;
    private long last = -1;

    public Estimator(Machine machine) {
        this(machine, Planner.LOOK_AHEAD, Planner.LOOK_AHEAD);
    }

    Estimator(Machine machine, int ahead, int batch) {
        waits = machine.waits();
        limits = new LimitsNow(machine.limits());
        planner = new Planner(limits, table, ahead, batch);
        head = new Head(planner, machine.distanceModeCoversE());
        nozzle = new Heating(waits.nozzleRate(), waits.room());
        bed = new Heating(waits.bedRate(), waits.room());
    }

    /** The next command; those for the host take no time. */
    public void take(GcodeLine line) {
        if (!line.hostCommand()) {
            take(line.index(), line.text());
        }
    }

    /** The next command, by its 0-based index and its text without a comment. */
    public void take(long index, String text) {
        last = index;
        words.read(text);
        if (words.letter == 'G') {
            general(index, text);
        } else if (words.letter == 'M') {
            machine(index);
        } else if (words.letter == 'T' && words.number >= 0 && words.number != tool) {
            changing += tool < 0 ? 0 : stand(waits.toolChange(), index);
            tool = words.number;
        }
    }

    private void general(long index, String text) {
        switch (words.number) {
            case 0, 1 -> head.line(words, index);
            case 2, 3 -> head.arc(words, index);
            case 4 -> dwelling += rest(words.s > 0 ? words.s : words.p > 0 ? words.p / 1000 : 0, index);
            case 28 -> {
                homing += stand(waits.homing(), index);
                head.home(text);
            }
            case 29, 80 -> homing += stand(waits.levelling(), index);
            default -> head.mode(words, index);
        }
    }

    private void machine(long index) {
        switch (words.number) {
            case 82, 83, 207, 208, 220 -> head.setting(words);
            case 104 -> nozzle.target(either(), planner.total());
            case 140 -> bed.target(either(), planner.total());
            case 109 -> waitFor(nozzle, index);
            case 190 -> waitFor(bed, index);
            case 201 -> limits.maxAcceleration(words);
            case 203 -> limits.maxFeedrate(words);
            case 204 -> limits.acceleration(words);
            case 205 -> limits.jerk(words);
            case 0, 1, 25, 226, 400, 600, 601 -> rest(0, index);
            default -> { }
        }
    }

    private double either() {
        return words.s >= 0 ? words.s : words.r >= 0 ? words.r : 0;
    }

    private void waitFor(Heating heater, long index) {
        rest(0, index);
        heater.target(either(), planner.total());
        heating += stand(heater.left(planner.total(), words.r >= 0), index);
    }

    private double stand(double seconds, long index) {
        table.stand(index, seconds);
        return rest(seconds, index);
    }

    private double rest(double seconds, long index) {
        planner.rest(seconds, index);
        return seconds;
    }

    /** What the whole file takes. Nothing more is taken after it. */
    public Estimate finish() {
        planner.rest(0, Math.max(0, last));
        return new Estimate(planner.moving(), dwelling, heating, homing, changing, table);
    }
}
