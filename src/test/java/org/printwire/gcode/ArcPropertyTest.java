package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The box of an arc holds every point of it, and no side of the box is without one. */
class ArcPropertyTest {
    private static final int STEPS = 720;

    @Property(tries = 300)
    void the_box_is_that_of_the_points(@ForAll @DoubleRange(min = 0, max = 6.28) double start,
            @ForAll @DoubleRange(min = 0.1, max = 6.2) double sweep, @ForAll @DoubleRange(min = 1, max = 90) double radius,
            @ForAll boolean clockwise, @ForAll boolean byRadius) {
        double turn = clockwise ? -sweep : sweep;
        double x = radius * Math.cos(start);
        double y = radius * Math.sin(start);
        double toX = radius * Math.cos(start + turn);
        double toY = radius * Math.sin(start + turn);
        String text = (clockwise ? "G2 " : "G3 ") + (byRadius ? format("R%.9f", sweep > Math.PI ? -radius : radius) : format("I%.9f J%.9f", -x, -y));
        PrintBounds bounds = new PrintBounds();
        bounds.point(x, y, 0);
        bounds.point(toX, toY, 0);
        CommandWords words = new CommandWords();
        words.read(text);
        bounds.arc(Arc.of(words, x, y, toX, toY, 1), 0);
        PrintBounds points = new PrintBounds();
        for (int i = 0; i <= STEPS; i++) {
            double angle = start + turn * i / STEPS;
            points.point(radius * Math.cos(angle), radius * Math.sin(angle), 0);
        }

        PrintArea box = bounds.area().orElseThrow();
        PrintArea seen = points.area().orElseThrow();
        assertThat(new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()})
                .usingComparatorWithPrecision(0.01 + radius * 1e-4)
                .containsExactly(seen.minX(), seen.minY(), seen.maxX(), seen.maxY());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
