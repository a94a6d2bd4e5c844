package org.printwire.gcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Gathers from the commands of a file what they ask of a printer: temperatures, checks, homing. In °C and mm. */
final class FileDemands {
    static final int MOST = 10_000;
    private static final int MOST_WARNINGS = 100;
    /** EXTRUDE_MINTEMP of Marlin 2.1 (Configuration.h); Prusa-Firmware 3.14 has 175 (variants/MK3S.h). Below it neither pushes. */
    private static final double COLD = 170;
    private static final int G28 = GcodeWord.code('G', 28);
    private static final int G80 = GcodeWord.code('G', 80);
    private static final int M104 = GcodeWord.code('M', 104);
    private static final int M109 = GcodeWord.code('M', 109);
    private static final int M140 = GcodeWord.code('M', 140);
    private static final int M190 = GcodeWord.code('M', 190);
    private static final int M862_1 = GcodeWord.code('M', 862) | 1;
    private static final int M862_2 = GcodeWord.code('M', 862) | 2;
    private static final int M862_4 = GcodeWord.code('M', 862) | 4;
    private static final int M862_3 = GcodeWord.code('M', 862) | 3;

    private final List<TemperatureTarget> temperatures = new ArrayList<>();
    private final List<FileWarning> warnings = new ArrayList<>();
    private Optional<String> model = Optional.empty();
    private OptionalDouble nozzle = OptionalDouble.empty();
    private OptionalInt type = OptionalInt.empty();
    private Optional<String> firmware = Optional.empty();
    private boolean homed;
    private boolean hot;
    private boolean toldHoming;
    private boolean toldCold;

    /** Takes a command other than a plain move. */
    void command(int code, GcodeLine line) {
        String text = line.text();
        if (code == M104 || code == M109 || code == M140 || code == M190) {
            temperature(code, line);
        } else if (code == G28 || code == G80) {
            homed = true;
        } else if (code == M862_1) {
            nozzle = nozzle.isPresent() ? nozzle : GcodeWord.value(text, 'P');
        } else if (code == M862_2) {
            type = type.isPresent() ? type : GcodeWord.intValue(text, 'P');
        } else if (code == M862_4) {
            firmware = firmware.isPresent() ? firmware : version(text);
        } else if (code == M862_3) {
            model = model.isPresent() ? model : quoted(text);
        } else if (code >>> 24 == 'G' && (code >>> 8 & 0xFFFF) < 4) {
            requireNumbers(line);
        }
    }

    private void temperature(int code, GcodeLine line) {
        double target = GcodeWord.value(line.text(), 'S', GcodeWord.value(line.text(), 'R', Double.NaN));
        if (Double.isNaN(target)) {
            return;
        }
        if (code == M104 || code == M109) {
            hot = target >= COLD;
        }
        if (temperatures.size() < MOST) {
            temperatures.add(new TemperatureTarget(GcodeWord.command(line.text()), line.fileLine(), line.index(), target));
        }
    }

    static Optional<String> quoted(String text) {
        int open = text.indexOf('"');
        int close = text.indexOf('"', open + 1);
        return open < 0 || close < 0 ? Optional.empty() : Optional.of(text.substring(open + 1, close).strip());
    }

    /** {@code M862.4 P3.14.0}: two points are no number. */
    private static Optional<String> version(String text) {
        int from = text.toUpperCase(Locale.ROOT).indexOf('P') + 1;
        int to = from;
        while (to < text.length() && (text.charAt(to) >= '0' && text.charAt(to) <= '9' || text.charAt(to) == '.')) {
            to++;
        }
        return from == 0 || from == to ? Optional.empty() : Optional.of(text.substring(from, to));
    }

    private void requireNumbers(GcodeLine line) {
        String text = line.text();
        for (int at = 1; at + 2 < text.length(); at++) {
            if (text.regionMatches(true, at, "nan", 0, 3) || text.regionMatches(true, at, "inf", 0, 3)) {
                warn(new FileWarning("nonFiniteNumber", line.fileLine(), "a move to no number: the slicer has failed here", true));
                return;
            }
        }
    }

    /** A layer begins. */
    void prints(long fileLine) {
        if (!homed && !toldHoming) {
            toldHoming = true;
            warn(new FileWarning("noHoming", fileLine, "it prints without having homed (G28)", false));
        }
        if (!hot && !toldCold) {
            toldCold = true;
            warn(new FileWarning("coldExtrusion", fileLine, "it prints while no hot end is set to "
                    + Math.round(COLD) + " °C or more", false));
        }
    }

    void nulBytes(long count) {
        if (count > 0) {
            warn(new FileWarning("nulBytes", 0, count + " NUL bytes, which are left out; the file may be damaged", false));
        }
    }

    private void warn(FileWarning warning) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(warning);
        }
    }

    List<TemperatureTarget> temperatures() {
        return temperatures;
    }

    List<FileWarning> warnings() {
        return warnings;
    }

    Optional<String> model() {
        return model;
    }

    OptionalDouble nozzle() {
        return nozzle;
    }

    OptionalInt type() {
        return type;
    }

    Optional<String> firmware() {
        return firmware;
    }
}
