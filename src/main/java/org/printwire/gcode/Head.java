package org.printwire.gcode;

/**
 * Where the commands of a file bring the head and the filament, how far each of them goes, and how fast. In mm and mm/s.
 *
 * <p>Followed: G0 to G3, G20, G21, G28, G90 to G92 (which does nothing without an axis, as in Marlin 2.1, G92.cpp), M82 and
 * M83. Homing is to 0, since nothing else is known. Starts at the origin in absolute modes, at the 1500 mm/min of Marlin. A state without clock or thread: one at a time.
 */
public final class Head {
    private static final double INCH = 25.4;
    private static final double STILL = 1e-6;
    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G92 = GcodeWord.code('G', 92);
    private static final int M82 = GcodeWord.code('M', 82);
    private static final int M83 = GcodeWord.code('M', 83);

    private final boolean modeCoversE;
    private double x;
    private double y;
    private double z;
    private double e;
    private double fromX;
    private double fromY;
    private double fromZ;
    private double pushed;
    private double unit = 1;
    private double feed = 25;
    private boolean relative;
    private boolean relativeE;
    private boolean sideways;

    /**
     * @param modeCoversE G90 and G91 set the mode of E as well, as in Marlin 2.1 (GcodeSuite::set_relative_mode); not so in
     *                    Prusa-Firmware 3.14, where only M82 and M83 do
     */
    Head(boolean modeCoversE) {
        this.modeCoversE = modeCoversE;
    }

    /** {@link #follow} has something to do for it. */
    static boolean follows(int code) {
        return code >= G0 && code <= G92 || code == M82 || code == M83;
    }

    /** Takes a command that is no move. */
    void follow(CommandWords words) {
        if (words.letter() == 'G') {
            switch (words.number()) {
                case 20, 21 -> unit = words.number() == 20 ? INCH : 1;
                case 28 -> home(words);
                case 90, 91 -> {
                    relative = words.number() == 91;
                    relativeE = modeCoversE ? relative : relativeE;
                }
                case 92 -> set(words);
                default -> { }
            }
        } else if (words.code() == M82 || words.code() == M83) {
            relativeE = words.code() == M83;
        }
    }

    /** Takes a G0 to G3. */
    void move(CommandWords words) {
        int there = words.valued();
        double toX = x;
        double toY = y;
        double toZ = z;
        double push = 0;
        if ((there & CommandWords.X) != 0) {
            toX = words.known('X') * unit + (relative ? x : 0);
        }
        if ((there & CommandWords.Y) != 0) {
            toY = words.known('Y') * unit + (relative ? y : 0);
        }
        if ((there & CommandWords.Z) != 0) {
            toZ = words.known('Z') * unit + (relative ? z : 0);
        }
        if ((there & CommandWords.E) != 0) {
            double toE = words.known('E') * unit;
            push = relativeE ? toE : toE - e;
            e = relativeE ? e + toE : toE;
        }
        if ((there & CommandWords.F) != 0) {
            double named = words.known('F') * unit / 60;
            feed = named > 0 ? named : feed;
        }
        // A full circle ends where it began.
        sideways = Math.abs(toX - x) > STILL || Math.abs(toY - y) > STILL || words.arc();
        fromX = x;
        fromY = y;
        fromZ = z;
        pushed = push;
        x = toX;
        y = toY;
        z = toZ;
    }

    private void set(CommandWords words) {
        x = at(words.value('X'), x);
        y = at(words.value('Y'), y);
        z = at(words.value('Z'), z);
        e = at(words.value('E'), e);
    }

    private double at(double word, double otherwise) {
        return Double.isNaN(word) ? otherwise : word * unit;
    }

    private void home(CommandWords words) {
        boolean all = !words.names('X') && !words.names('Y') && !words.names('Z');
        x = all || words.names('X') ? 0 : x;
        y = all || words.names('Y') ? 0 : y;
        z = all || words.names('Z') ? 0 : z;
    }

    /** The curve of the last move, if that was a G2 or G3. */
    public Arc arc(CommandWords words) {
        return Arc.of(words, fromX, fromY, x, y, unit);
    }

    /** Where it is. */
    public double x() {
        return x;
    }

    /** As {@link #x()}. */
    public double y() {
        return y;
    }

    /** As {@link #x()}. */
    public double z() {
        return z;
    }

    /** What the file thinks is pushed, as M82 counts. */
    double e() {
        return e;
    }

    /** G91 holds. */
    boolean relative() {
        return relative;
    }

    /** M83 holds. */
    boolean relativeE() {
        return relativeE;
    }

    /** Where the last move began. */
    public double fromX() {
        return fromX;
    }

    /** As {@link #fromX()}. */
    public double fromY() {
        return fromY;
    }

    /** As {@link #fromX()}. */
    public double fromZ() {
        return fromZ;
    }

    /** The filament that the last move pushed; negative: pulled. */
    public double pushed() {
        return pushed;
    }

    /** As the file has set it, without M220. */
    public double feed() {
        return feed;
    }

    /** mm of one of the file's units: 25.4 after G20. */
    public double unit() {
        return unit;
    }

    /** The last move went sideways and pushed filament. */
    boolean prints() {
        return sideways && pushed > STILL;
    }

    /** The last move changed Z. */
    boolean climbs() {
        return Math.abs(z - fromZ) > STILL;
    }
}
