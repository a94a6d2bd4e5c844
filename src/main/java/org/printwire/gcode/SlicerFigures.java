package org.printwire.gcode;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;

/**
 * Gathers from the slicers' comments how long the print takes and how much filament. Of two statements the first counts.
 *
 * <p>Known: PrusaSlicer, SuperSlicer, OrcaSlicer, Slic3r, Bambu Studio, Cura, Simplify3D, ideaMaker, KISSlicer. Most
 * comments are none of theirs and cost a look at their first letter.
 */
final class SlicerFigures {
    /** What CuraEngine writes before Cura fills in the time; run by itself it leaves that. */
    private static final double CURA_UNFILLED = 6666;
    private static final int MOST_TOOLS = 64;
    /** No print takes so long or so much: a damaged line. */
    private static final double MOST = 1e9;

    private double seconds = Double.NaN;
    private double elapsed = Double.NaN;
    private final List<Double> millimetres = new ArrayList<>();
    private final List<Double> cubicCentimetres = new ArrayList<>();

    /** Takes a line that is nothing but a comment, from behind its semicolon on. */
    void comment(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        switch (at < text.length() ? text.charAt(at) : ' ') {
            case 'e', 'E', 'm', 'B', 'T' -> time(text, at);
            case 'f', 'F', 't', 'M' -> filament(text, at);
            case 'P' -> {
                time(text, at);
                filament(text, at);
            }
            default -> { }
        }
    }

    private void time(String text, int at) {
        if (text.startsWith("TIME_ELAPSED:", at)) {
            elapsed = number(text, at + "TIME_ELAPSED:".length(), elapsed);
        } else if (text.startsWith("TIME:", at)) {
            double cura = number(text, at + "TIME:".length(), Double.NaN);
            stated(cura == CURA_UNFILLED ? Double.NaN : cura);
        } else if (text.startsWith("Print Time:", at)) {
            stated(number(text, at + "Print Time:".length(), Double.NaN));
        } else if (text.startsWith("estimated printing time (normal mode) =", at)
                || text.startsWith("estimated printing time =", at)) {
            stated(span(text, text.indexOf('=')));
        } else if (text.startsWith("model printing time:", at)) {
            int total = text.indexOf("total estimated time:");
            stated(span(text, total < 0 ? at : total));
        } else if (text.startsWith("Build time:", at) || text.startsWith("Build Time:", at)
                || text.startsWith("Estimated Build Time:", at)) {
            stated(span(text, at));
        }
    }

    private void filament(String text, int at) {
        if (text.startsWith("filament used [mm] =", at) || text.startsWith("total filament length [mm] :", at)) {
            all(millimetres, text, 1);
        } else if (text.startsWith("filament used [cm3] =", at)) {
            all(cubicCentimetres, text, 1);
        } else if (text.startsWith("total filament volume [cm^3] :", at)) {
            all(cubicCentimetres, text, 1e-3); // Bambu Studio: these are mm³, whatever it calls them
        } else if (text.startsWith("filament used =", at)) {
            one(millimetres, text, at, 1);
            one(cubicCentimetres, text, Math.max(at, text.indexOf('(')), 1);
        } else if (text.startsWith("Filament used:", at)) {
            all(millimetres, text, 1000);
        } else if (text.startsWith("Filament length:", at)) {
            one(millimetres, text, at, 1);
        } else if (text.startsWith("Plastic volume:", at)) {
            one(cubicCentimetres, text, at, 1e-3);
        } else if (text.startsWith("Material#", at) && text.contains(" Used:")) {
            one(millimetres, text, text.indexOf(" Used:"), 1);
        }
    }

    /** Empty when nobody has said. */
    OptionalDouble seconds() {
        double known = Double.isNaN(seconds) ? elapsed : seconds;
        return known > 0 && known < MOST ? OptionalDouble.of(known) : OptionalDouble.empty();
    }

    /**
     * Slicers name the tools by their order: all of them, or (PrusaSlicer 2.5) those that are used.
     *
     * @param used the tools that the file changes to
     */
    List<Filament> filament(SortedSet<Integer> used) {
        int count = Math.max(millimetres.size(), cubicCentimetres.size());
        List<Integer> tools = used.size() == count ? List.copyOf(used) : null;
        List<Filament> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OptionalDouble length = known(millimetres, i);
            OptionalDouble volume = known(cubicCentimetres, i);
            if (length.isPresent() || volume.isPresent()) {
                all.add(new Filament(tools == null ? i : tools.get(i), length, volume));
            }
        }
        return all;
    }

    private static OptionalDouble known(List<Double> values, int index) {
        return index < values.size() && values.get(index) > 0 && values.get(index) < MOST
                ? OptionalDouble.of(values.get(index)) : OptionalDouble.empty();
    }

    private void stated(double value) {
        seconds = Double.isNaN(seconds) ? value : seconds;
    }

    /** Each number behind the {@code =} or {@code :}, one a tool. */
    private static void all(List<Double> values, String text, double scale) {
        if (!values.isEmpty()) {
            return;
        }
        int at = Math.max(text.indexOf('='), text.indexOf(':'));
        for (at = next(text, at); at >= 0 && values.size() < MOST_TOOLS; at = next(text, end(text, at))) {
            values.add(Decimal.parse(text, at) * scale);
        }
    }

    /** The first number behind a place, of the next tool. */
    private static void one(List<Double> values, String text, int at, double scale) {
        int number = next(text, at);
        if (number >= 0 && values.size() < MOST_TOOLS) {
            values.add(Decimal.parse(text, number) * scale);
        }
    }

    private static double number(String text, int at, double otherwise) {
        int number = next(text, at);
        return number < 0 ? otherwise : Decimal.parse(text, number);
    }

    /** {@code 1d 2h 3m 4s}, {@code 1 hour 34 minutes}, {@code 332.83 minutes}. */
    static double span(String text, int from) {
        double sum = Double.NaN;
        for (int at = next(text, from); at >= 0; at = next(text, end(text, at))) {
            int unit = end(text, at);
            while (unit < text.length() && text.charAt(unit) == ' ') {
                unit++;
            }
            double scale = unit == text.length() ? Double.NaN : switch (text.charAt(unit)) {
                case 'd' -> 86_400;
                case 'h' -> 3600;
                case 'm' -> 60;
                case 's' -> 1;
                default -> Double.NaN;
            };
            sum = (Double.isNaN(sum) ? 0 : sum) + Decimal.parse(text, at) * scale;
        }
        return sum;
    }

    private static int next(String text, int from) {
        for (int at = Math.max(0, from); at < text.length(); at++) {
            if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                return at;
            }
        }
        return -1;
    }

    private static int end(String text, int number) {
        int at = number;
        while (at < text.length() && (text.charAt(at) >= '0' && text.charAt(at) <= '9' || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }
}
