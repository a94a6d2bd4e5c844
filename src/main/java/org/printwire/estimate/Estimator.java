package org.printwire.estimate;

import org.printwire.gcode.Arc;
import org.printwire.gcode.CommandWords;
import org.printwire.gcode.Head;
import org.printwire.gcode.SurveyListener;

/**
 * Turns the commands of a file into seconds while the file is surveyed, in constant memory (but for the table: 4 MB at most).
 *
 * <p>Known: G0 to G5 by their lines and arcs, G4, G10 and G11 (M207, M208), G20, G21, G28, G29, G80, G90 to G92, M82, M83,
 * M104, M109, M140, M190, M201, M203 to M205, M220, tool changes. All else takes no time; what waits for a person (M0, M600,
 * ...) and M400 lets the moves end. M221 is left out, as slicers do. Arcs are cut into pieces of 1 mm as in Marlin.
 *
 * <p>One thread; a command with numbers that are none moves nothing and throws nothing.
 */
public final class Estimator implements SurveyListener {
    /** Marlin's and Prusa's MM_PER_ARC_SEGMENT. */
    private static final double PIECE = 1;
    private static final int MOST_PIECES = 100_000;

    private final TimeTable table = new TimeTable();
    private final Retraction retraction = new Retraction();
    private final Planner planner;
    private final LimitsNow limits;
    private final Waits waits;
    private final Heating nozzle;
    private final Heating bed;
    private double factor = 1;
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
        nozzle = new Heating(waits.nozzleRate(), waits.room());
        bed = new Heating(waits.bedRate(), waits.room());
    }

    @Override
    public void move(long index, CommandWords words, Head head) {
        last = index;
        if (words.arc()) {
            arc(index, head.arc(words), head);
        } else {
            planner.move(head.x() - head.fromX(), head.y() - head.fromY(), head.z() - head.fromZ(), head.pushed(),
                    head.feed() * factor, index);
        }
    }

    private void arc(long index, Arc arc, Head head) {
        int pieces = (int) Math.max(1, Math.min(MOST_PIECES, arc.length() / PIECE));
        double climb = (head.z() - head.fromZ()) / pieces;
        double push = head.pushed() / pieces;
        double atX = head.fromX();
        double atY = head.fromY();
        for (int n = 1; n <= pieces; n++) {
            double toX = n == pieces ? head.x() : arc.x(n / (double) pieces);
            double toY = n == pieces ? head.y() : arc.y(n / (double) pieces);
            planner.move(toX - atX, toY - atY, climb, push, head.feed() * factor, index);
            atX = toX;
            atY = toY;
        }
    }

    @Override
    public void command(long index, CommandWords words, Head head) {
        last = index;
        if (words.letter() == 'G') {
            general(index, words);
        } else if (words.letter() == 'M') {
            machine(index, words, head.unit());
        } else if (words.letter() == 'T' && words.value('T') >= 0 && (int) words.value('T') != tool) {
            changing += tool < 0 ? 0 : stand(waits.toolChange(), index);
            tool = (int) words.value('T');
        }
    }

    private void general(long index, CommandWords words) {
        switch (words.number()) {
            case 4 -> dwelling += rest(dwell(words), index);
            case 10, 11 -> retraction.move(words, planner, index);
            case 28 -> homing += stand(waits.homing(), index);
            case 29, 80 -> homing += stand(waits.levelling(), index);
            default -> { }
        }
    }

    private static double dwell(CommandWords words) {
        return words.value('S') > 0 ? words.value('S') : words.value('P') > 0 ? words.value('P') / 1000 : 0;
    }

    private void machine(long index, CommandWords words, double unit) {
        switch (words.number()) {
            case 104 -> nozzle.target(either(words), planner.total());
            case 140 -> bed.target(either(words), planner.total());
            case 109 -> waitFor(nozzle, words, index);
            case 190 -> waitFor(bed, words, index);
            case 201 -> limits.maxAcceleration(words);
            case 203 -> limits.maxFeedrate(words);
            case 204 -> limits.acceleration(words);
            case 205 -> limits.jerk(words);
            case 207, 208 -> retraction.setting(words, unit);
            case 220 -> factor = words.value('S') > 0 ? words.value('S') / 100 : factor;
            case 0, 1, 25, 226, 400, 600, 601 -> rest(0, index);
            default -> { }
        }
    }

    private static double either(CommandWords words) {
        return words.value('S') >= 0 ? words.value('S') : words.value('R') >= 0 ? words.value('R') : 0;
    }

    private void waitFor(Heating heater, CommandWords words, long index) {
        rest(0, index);
        heater.target(either(words), planner.total());
        heating += stand(heater.left(planner.total(), words.value('R') >= 0), index);
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
