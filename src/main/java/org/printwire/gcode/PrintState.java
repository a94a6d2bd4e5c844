package org.printwire.gcode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the commands of a file so far have made of a printer: where the head is, in which modes it moves, what is hot, how
 * fast. A fold over the lines: nothing of it need be written down, since the file says it all.
 *
 * <p>Followed: G0 to G3, G20, G21, G28, G90 to G92, M82, M83, T, M104, M109, M140, M190, M106, M107, M220, M221 and the
 * settings M201, M203, M204, M205, M900. What a file sets by other commands (M92, M301, M206) is not: no slicer sets it.
 * In mm and °C. A state without clock or thread.
 */
public final class PrintState {
    private static final double INCH = 25.4;
    private static final String AXES = "XYZE";

    private final boolean movesModeIsForAll;
    private final double[] at = new double[AXES.length()];
    private final boolean[] known = new boolean[AXES.length()];
    /** What G92 has added to where the machine is. */
    private final double[] offset = new double[AXES.length()];
    private final SortedMap<Integer, Double> toolTargets = new TreeMap<>();
    private final Map<String, Map<Character, Double>> settings = new LinkedHashMap<>();
    private double unit = 1;
    private boolean relative;
    private boolean relativeE;
    private int tool;
    private double bedTarget;
    private double fan;
    private double speed = Double.NaN;
    private double speedFactor = 100;
    private double flow = 100;

    /** @param movesModeIsForAll G90 and G91 set the mode of E as well (Marlin 2); not so in Prusa-Firmware MK3 */
    public PrintState(boolean movesModeIsForAll) {
        this.movesModeIsForAll = movesModeIsForAll;
    }

    /** Takes the next command. */
    public void follow(String text) {
        int code = GcodeWord.code(text);
        char letter = (char) (code >>> 24);
        int number = code >>> 8 & 0xFFFF;
        if ((code & 0xFF) != 0) {
            return;
        }
        if (letter == 'G') {
            motion(number, text);
        } else if (letter == 'M') {
            machine(number, text);
        } else if (letter == 'T') {
            tool = GcodeWord.intValue(text, 'T').orElse(tool);
        }
    }

    private void motion(int number, String text) {
        switch (number) {
            case 0, 1, 2, 3 -> move(text);
            case 20 -> unit = INCH;
            case 21 -> unit = 1;
            case 28 -> home(text);
            case 90, 91 -> {
                relative = number == 91;
                relativeE = movesModeIsForAll ? relative : relativeE;
            }
            case 92 -> set(text);
            default -> { }
        }
    }

    private void machine(int number, String text) {
        switch (number) {
            case 82, 83 -> relativeE = number == 83;
            case 104, 109 -> toolTargets.put(GcodeWord.intValue(text, 'T').orElse(tool), target(text, toolTarget()));
            case 140, 190 -> bedTarget = target(text, bedTarget);
            case 106 -> fan = GcodeWord.intValue(text, 'P').orElse(0) == 0 ? GcodeWord.value(text, 'S', 255) : fan;
            case 107 -> fan = GcodeWord.intValue(text, 'P').orElse(0) == 0 ? 0 : fan;
            case 220 -> speedFactor = GcodeWord.value(text, 'S', speedFactor);
            case 221 -> flow = GcodeWord.value(text, 'S', flow);
            case 201, 203, 204, 205, 900 -> remember("M" + number, text);
            default -> { }
        }
    }

    private static double target(String text, double otherwise) {
        return GcodeWord.value(text, 'S', GcodeWord.value(text, 'R', otherwise));
    }

    private void remember(String command, String text) {
        Map<Character, Double> words = settings.computeIfAbsent(command, key -> new TreeMap<>());
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            double value = letter == 'M' ? Double.NaN : GcodeWord.value(text, letter, Double.NaN);
            if (!Double.isNaN(value)) {
                words.put(letter, value);
            }
        }
    }

    private void move(String text) {
        for (int i = 0; i < at.length; i++) {
            double value = GcodeWord.value(text, AXES.charAt(i), Double.NaN) * unit;
            if (!Double.isNaN(value)) {
                boolean step = i == 3 ? relativeE : relative;
                at[i] = step ? at[i] + value : value;
                known[i] |= !step;
            }
        }
        speed = GcodeWord.value(text, 'F', speed / unit) * unit;
    }

    private void set(String text) {
        boolean all = true;
        for (int i = 0; i < at.length; i++) {
            double value = GcodeWord.value(text, AXES.charAt(i), Double.NaN) * unit;
            all &= Double.isNaN(value);
            if (!Double.isNaN(value)) {
                become(i, value);
            }
        }
        for (int i = 0; all && i < at.length; i++) {
            become(i, 0);
        }
    }

    private void become(int axis, double value) {
        offset[axis] += value - at[axis];
        at[axis] = value;
    }

    private void home(String text) {
        boolean all = !GcodeWord.has(text, 'X') && !GcodeWord.has(text, 'Y') && !GcodeWord.has(text, 'Z');
        for (int i = 0; i < 3; i++) {
            if (all || GcodeWord.has(text, AXES.charAt(i))) {
                at[i] = 0;
                offset[i] = 0;
                known[i] = true;
            }
        }
    }

    /** Where the commands have brought this axis, as the file counts; {@code axis} is one of X, Y, Z and E. */
    public double position(char axis) {
        return at[index(axis)];
    }

    /** The file has said where this axis is: it was homed, or moved there. */
    public boolean known(char axis) {
        return known[index(axis)];
    }

    /** What has to be taken from {@link #position} to have the place that the machine counts from its home. */
    public double offset(char axis) {
        return offset[index(axis)];
    }

    private static int index(char axis) {
        int index = AXES.indexOf(axis);
        if (index < 0) {
            throw new IllegalArgumentException("no axis " + axis);
        }
        return index;
    }

    /** Z as the file counts. */
    public double z() {
        return at[2];
    }

    /** G91 holds. */
    public boolean relativeMoves() {
        return relative;
    }

    /** M83 holds. */
    public boolean relativeExtrusion() {
        return relativeE;
    }

    /** G20 holds. */
    public boolean inches() {
        return unit != 1;
    }

    /** The tool in use, from 0. */
    public int tool() {
        return tool;
    }

    /** What the tool in use is to be heated to; 0: off. */
    public double toolTarget() {
        return toolTargets.getOrDefault(tool, 0.0);
    }

    /** The same for every tool that was named. */
    public SortedMap<Integer, Double> toolTargets() {
        return new TreeMap<>(toolTargets);
    }

    /** What the bed is to be heated to; 0: off. */
    public double bedTarget() {
        return bedTarget;
    }

    /** Of the part's fan, 0 to 255. */
    public double fan() {
        return fan;
    }

    /** mm/min of the last move that named one; NaN: none has. */
    public double speed() {
        return speed;
    }

    /** M220, percent. */
    public double speedFactor() {
        return speedFactor;
    }

    /** M221, percent. */
    public double flow() {
        return flow;
    }

    /** The settings as commands, each with all that was said of it so far: {@code M204 P1250 T1250}. */
    public List<String> settings() {
        return settings.entrySet().stream().map(entry -> {
            StringBuilder text = new StringBuilder(entry.getKey());
            entry.getValue().forEach((letter, value) -> text.append(' ').append(letter).append(number(value)));
            return text.toString();
        }).toList();
    }

    /** A command with one number behind it, as short as can be: {@code command("M140 S", 60)} is {@code M140 S60}. */
    public static String command(String beginning, double value) {
        return beginning + number(value);
    }

    /** With five decimals at most. */
    static String number(double value) {
        return BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }
}
