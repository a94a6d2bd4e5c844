package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;
import org.printwire.gcode.LayerTracker;
import org.printwire.gcode.PrintState;

/**
 * Puts the way aside and back between the layers of a file: behind the last move that prints on a layer, before whatever
 * leads to the next. Afterwards all is as the file has it: place, filament, modes and speed. Where the place is not known
 * (a job that was taken up in its middle, before the first absolute moves) or is in inches, nothing is put in.
 *
 * <p>The layers are found in what is fed, ahead of what is sent; where the file comes too slowly, the head goes aside later,
 * but before the first move that prints on the new layer. In a job that goes on in its middle they are counted from there.
 *
 * <p>Pure; used by one thread.
 */
final class Parking {

    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G3 = GcodeWord.code('G', 3);
    /** mm/min, where the commands name none. */
    private static final double SPEED = 3000;

    private final Park park;
    private final LayerTracker layers;
    private final PrintState ahead;
    private final PrintState here;
    private final Deque<Boundary> boundaries = new ArrayDeque<>();
    private long lastPrinting = -1;
    private final boolean movesModeIsForAll;
    private List<GcodeLine> early = new ArrayList<>();
    private Line arrival;

    /** Commands from {@code first} to {@code last}: before any of them. */
    private record Boundary(long first, long last) {}

    /** @param movesModeIsForAll G90 and G91 set the mode of E as well (Marlin 2); not so in Prusa-Firmware MK3 */
    Parking(Park park, boolean movesModeIsForAll) {
        this.park = park;
        this.movesModeIsForAll = movesModeIsForAll;
        this.ahead = new PrintState(movesModeIsForAll);
        this.here = new PrintState(movesModeIsForAll);
        this.layers = new LayerTracker(park.firstLayer());
    }

    private boolean wanted() {
        return !park.commands().isEmpty();
    }

    /** These come next. What comes before the job {@link #begins} waits for that. */
    void feed(List<GcodeLine> lines) {
        if (wanted() && early != null) {
            early.addAll(lines);
        } else if (wanted()) {
            lines.stream().filter(line -> !line.hostCommand()).forEach(this::look);
        }
    }

    /** The job begins, or goes on, in these modes. */
    void begins(Modes modes) {
        for (String mode : List.of(modes.relativeMoves() ? "G91" : "G90", extrusion(modes) ? "M83" : "M82")) {
            here.follow(mode);
            ahead.follow(mode);
            layers.follow(new GcodeLine(0, 0, 0, mode));
        }
        List<GcodeLine> waiting = early;
        early = null;
        feed(waiting);
    }

    private boolean extrusion(Modes modes) {
        return movesModeIsForAll ? modes.relativeExtrusion() : modes.saidRelativeExtrusion();
    }

    private void look(GcodeLine line) {
        double x = ahead.position('X');
        double y = ahead.position('Y');
        double e = ahead.position('E');
        ahead.follow(line.text());
        boolean begins = layers.follow(line) && layers.layer() > 1;
        if (begins && lastPrinting >= 0 && (layers.layer() - 1) % park.every() == 0) {
            boundaries.add(new Boundary(lastPrinting + 1, line.index()));
        }
        int code = GcodeWord.code(line.text());
        if (code >= G0 && code <= G3 && ahead.position('E') > e && line.index() >= park.firstLayer()
                && (x != ahead.position('X') || y != ahead.position('Y'))) {
            lastPrinting = line.index();
        }
    }

    /** A line of the file goes out for the first time. */
    void sent(Line line) {
        if (wanted()) {
            here.follow(line.text());
        }
    }

    /** What is to go out before this line of the file; empty: nothing. */
    List<Line> before(GcodeLine line, Modes modes) {
        while (!boundaries.isEmpty() && boundaries.peek().last() < line.index()) {
            boundaries.remove();
        }
        if (boundaries.isEmpty() || boundaries.peek().first() > line.index()) {
            return List.of();
        }
        boundaries.remove();
        return here.known('X') && here.known('Y') && here.known('Z') && !here.inches() ? way(modes) : List.of();
    }

    private List<Line> way(Modes modes) {
        List<String> way = new ArrayList<>();
        PrintState there = new PrintState(true);
        List.of("G90", "M83").forEach(there::follow);
        way.addAll(change(modes.relativeMoves(), extrusion(modes), false, true));
        way.addAll(park.commands());
        park.commands().forEach(there::follow);
        way.add("M400");
        int arrived = way.size() - 1;
        way.add("G4 P" + park.dwell().toMillis());
        way.addAll(change(there.relativeMoves(), there.relativeExtrusion(), false, true));
        String speed = PrintState.command(" F", Double.isNaN(there.speed()) ? SPEED : there.speed());
        way.add(PrintState.command("G1 X", here.position('X')) + PrintState.command(" Y", here.position('Y')) + speed);
        way.add(PrintState.command("G1 Z", here.position('Z')) + speed);
        if (there.position('E') != 0) {
            way.add(PrintState.command("G1 E", -there.position('E')) + speed);
        }
        way.addAll(change(false, true, modes.relativeMoves(), extrusion(modes)));
        if (modes.speed() != null) {
            way.add(String.format(Locale.ROOT, "G1 F%.3f", modes.speed()));
        }
        List<Line> lines = way.stream().map(Line::own).toList();
        arrival = lines.get(arrived);
        return lines;
    }

    /** Only what differs: in Marlin 2 G90 and G91 change E's mode, so that comes behind. */
    private static List<String> change(boolean fromMoves, boolean fromExtrusion, boolean moves, boolean extrusion) {
        List<String> commands = new ArrayList<>(2);
        if (fromMoves != moves) {
            commands.add(moves ? "G91" : "G90");
        }
        if (fromMoves != moves || fromExtrusion != extrusion) {
            commands.add(extrusion ? "M83" : "M82");
        }
        return commands;
    }

    /** True for the line whose answer says that the head stands aside. */
    boolean arrives(Line line) {
        return line == arrival;
    }
}
