package org.printwire.store;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.printwire.gcode.Filament;

/** What a file takes of each tool, in one column: {@code 0:1248.51:3.0 1:20.0:}. No JSON, so that a print needs none. */
final class FilamentText {

    private FilamentText() {}

    /** Null for none. */
    static String of(List<Filament> filament) {
        return filament.isEmpty() ? null : filament.stream()
                .map(each -> each.tool() + ":" + text(each.length()) + ":" + text(each.volume()))
                .collect(Collectors.joining(" "));
    }

    /** What the disk has changed counts as not known. */
    static List<Filament> read(String text) {
        List<Filament> filament = new ArrayList<>();
        for (String each : text == null || text.isEmpty() ? new String[0] : text.split(" ")) {
            String[] parts = each.split(":", -1);
            try {
                filament.add(new Filament(Integer.parseInt(parts[0]), number(parts[1]), number(parts[2])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                return List.of();
            }
        }
        return filament;
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }

    private static OptionalDouble number(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
