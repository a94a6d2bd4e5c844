package org.printwire.gcode;

/**
 * Tells from the moves alone at which layer a print is: fed every command, it answers when one prints at a new Z.
 *
 * <p>Only a move that goes sideways and pushes filament prints, so Z-hops, retractions and unretractions never count.
 * Rules, each for a case seen in slicers' files:
 * <ul>
 * <li>Commands before {@code firstLayerIndex} (see {@link FileFacts#firstLayerIndex()}) move the head but make no layer:
 *     purge lines.
 * <li>Printing below layer 1 while no other layer came moves layer 1 there: a purge line at Z 0.28 before a first layer at
 *     0.2, in a file without layer marks.
 * <li>Printing at the first layer's height again, or below, starts the next object of a print "one at a time": the count
 *     goes on. Printing anywhere else below the present layer (a wipe tower left behind) is no layer.
 * <li>A move that climbs while it prints (spiral vase, scarf seam) makes a layer only when it has climbed as much as the
 *     last flat layer was high, or {@value #USUAL_HEIGHT} mm where there was none: a vase climbs by thousandths, and so
 *     counted its layers agree with the slicer's number.
 * <li>Flat layers must differ by {@value #LEAST_STEP} mm, half of the thinnest that such printers make.
 * </ul>
 *
 * <p>Follows what {@link Head} follows; unless told otherwise, as in Prusa-Firmware 3.14, G90 and G91 leave the E mode
 * alone. All in mm. Starts at the origin in absolute modes, as after G28. A state without clock or thread: one at a time.
 */
public final class LayerTracker {
    private static final double LEAST_STEP = 0.02;
    private static final double USUAL_HEIGHT = 0.2;
    private static final double GREATEST_HEIGHT = 1.0;
    private static final double SAME = 0.001;

    private final long firstLayerIndex;
    private final CommandWords words = new CommandWords();
    private final Head head;
    private int layer;
    private double z;
    private double base;
    private double reached;
    private double height;

    /** Counts every move that prints. */
    public LayerTracker() {
        this(0);
    }

    /** Counts the moves that print from the command with this index on. */
    public LayerTracker(long firstLayerIndex) {
        this(firstLayerIndex, false);
    }

    /** @param distanceModeCoversE see {@link SurveyPlan} */
    public LayerTracker(long firstLayerIndex, boolean distanceModeCoversE) {
        this.firstLayerIndex = firstLayerIndex;
        this.head = new Head(distanceModeCoversE);
    }

    /**
     * Takes the next command of the file.
     *
     * @return true when it is the first to print at a new layer's Z; {@link #layer()} is then one more than before, but for
     *         the move of layer 1 to a lower Z, where it stays 1
     */
    public boolean follow(GcodeLine line) {
        if (!Head.follows(GcodeWord.code(line.text()))) {
            return false;
        }
        words.read(line.text());
        return follow(line.index(), words);
    }

    /** The same, of a command whose words are read already. */
    boolean follow(long index, CommandWords command) {
        if (command.move()) {
            return move(index, command);
        }
        head.follow(command);
        return false;
    }

    boolean move(long index, CommandWords move) {
        head.move(move);
        return head.prints() && index >= firstLayerIndex && print(head.z(), head.climbs());
    }

    Head head() {
        return head;
    }

    /** The present layer, from 1; 0 before the first. */
    public int layer() {
        return layer;
    }

    /** The Z in mm at which the present layer was begun; 0 before the first. */
    public double z() {
        return z;
    }

    /** The Z in mm to which the commands so far bring the head, with hops. */
    public double headZ() {
        return head.z();
    }

    /** What has printed so far was no layer but a purge line: starts counting afresh. */
    void forget() {
        layer = 0;
        z = 0;
    }

    private boolean print(double at, boolean climbing) {
        if (layer == 0) {
            height = usual(at) ? at : USUAL_HEIGHT;
            return begin(at, true);
        }
        if (layer == 1 && at < z - SAME) {
            layer = 0;
            return begin(at, true);
        }
        if (at <= base + SAME && reached > base + SAME) {
            return begin(at, true);
        }
        double step = at - reached;
        if (climbing ? step < height - SAME : step < LEAST_STEP) {
            return false;
        }
        if (!climbing && usual(step)) {
            height = step;
        }
        // A climb passes the mark somewhere within a move: the next mark counts from this mark, not from there.
        double mark = climbing && step < 2 * height ? reached + height : at;
        begin(at, false);
        reached = mark;
        return true;
    }

    private boolean begin(double at, boolean object) {
        layer++;
        z = at;
        reached = at;
        base = object ? at : base;
        return true;
    }

    private static boolean usual(double step) {
        return step >= LEAST_STEP && step <= GREATEST_HEIGHT;
    }
}
