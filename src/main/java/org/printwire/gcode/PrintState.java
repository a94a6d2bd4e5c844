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
    private static final String AXES = "XYZE";

    private final Head head;
    private final CommandWords words = new CommandWords();
    private final boolean[] known = new boolean[AXES.length()];
    /** What G92 has added to where the machine is. */
    private final double[] offset = new double[AXES.length()];
    private final SortedMap<Integer, Double> toolTargets = new TreeMap<>();
    private final Map<String, Map<Character, Double>> settings = new LinkedHashMap<>();
    private int tool;
    private double bedTarget;
    private double fan;
    private double speed = Double.NaN;
    private double speedFactor = 100;
    private double flow = 100;

    /** @param movesModeIsForAll G90 and G91 set the mode of E as well (Marlin 2); not so in Prusa-Firmware MK3 */
    public PrintState(boolean movesModeIsForAll) {
        head = new Head(movesModeIsForAll);
    }

    /** Takes the next command. */
    public void follow(String text) {
        words.read(text);
        switch (words.letter()) {
            case 'G' -> motion();
            case 'M' -> machine();
            case 'T' -> tool = whole('T', tool);
            default -> { }
        }
    }

    private void motion() {
        if (words.move()) {
            for (int i = 0; i < known.length; i++) {
                boolean step = i == 3 ? head.relativeE() : head.relative();
                known[i] |= !step && !Double.isNaN(words.value(AXES.charAt(i)));
            }
            speed = value('F', speed / head.unit()) * head.unit();
            head.move(words);
            return;
        }
        double[] before = {head.x(), head.y(), head.z(), head.e()};
        head.follow(words);
        if (words.number() == 92) {
            for (int i = 0; i < before.length; i++) {
                offset[i] += position(AXES.charAt(i)) - before[i];
            }
        } else if (words.number() == 28) {
            boolean all = !words.names('X') && !words.names('Y') && !words.names('Z');
            for (int i = 0; i < 3; i++) {
                boolean homed = all || words.names(AXES.charAt(i));
                offset[i] = homed ? 0 : offset[i];
                known[i] |= homed;
            }
        }
    }

    private void machine() {
        switch (words.number()) {
            case 82, 83 -> head.follow(words);
            case 104, 109 -> toolTargets.put(whole('T', tool), target(toolTarget()));
            case 140, 190 -> bedTarget = target(bedTarget);
            case 106 -> fan = whole('P', 0) == 0 ? value('S', 255) : fan;
            case 107 -> fan = whole('P', 0) == 0 ? 0 : fan;
            case 220 -> speedFactor = value('S', speedFactor);
            case 221 -> flow = value('S', flow);
            case 201, 203, 204, 205, 900 -> remember();
            default -> { }
        }
    }

    private double value(char letter, double otherwise) {
        double value = words.value(letter);
        return Double.isNaN(value) ? otherwise : value;
    }

    /** Cut to a whole number; the other when it does not fit. */
    private int whole(char letter, int otherwise) {
        double value = value(letter, otherwise);
        return Math.abs(value) <= Integer.MAX_VALUE ? (int) value : otherwise;
    }

    private double target(double otherwise) {
        return value('S', value('R', otherwise));
    }

    private void remember() {
        Map<Character, Double> said = settings.computeIfAbsent("M" + words.number(), key -> new TreeMap<>());
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            double value = letter == 'M' ? Double.NaN : words.value(letter);
            if (!Double.isNaN(value)) {
                said.put(letter, value);
            }
        }
    }

    /** Where the commands have brought this axis, as the file counts; {@code axis} is one of X, Y, Z and E. */
    public double position(char axis) {
        return switch (axis) {
            case 'X' -> head.x();
            case 'Y' -> head.y();
            case 'Z' -> head.z();
            case 'E' -> head.e();
            default -> throw new IllegalArgumentException("no axis " + axis);
        };
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
        return head.z();
    }

    /** G91 holds. */
    public boolean relativeMoves() {
        return head.relative();
    }

    /** M83 holds. */
    public boolean relativeExtrusion() {
        return head.relativeE();
    }

    /** G20 holds. */
    public boolean inches() {
        return head.unit() != 1;
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
