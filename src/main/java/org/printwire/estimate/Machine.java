package org.printwire.estimate;

import java.util.Locale;
import java.util.Optional;
import org.printwire.gcode.MadeFor;

/**
 * What a file's time depends on, beside the file.
 *
 * @param name                whose limits they are, by the name of a printer profile
 * @param source              why these
 * @param distanceModeCoversE G90 and G91 set the mode of E too: in Marlin 2.1, not in Prusa-Firmware 3.14
 */
public record Machine(String name, Source source, Limits limits, Waits waits, boolean distanceModeCoversE) {

    /** Why a machine was chosen; the words are those of {@code info --json}. */
    public enum Source {
        /** It is the printer that was named. */
        PROFILE("profile"),
        /** The file says that it is made for it. */
        FILE("file"),
        /** The file's slicer states its limits. */
        SLICER("slicer"),
        /** Nobody has said anything. */
        ASSUMED("assumed");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** For JSON. */
        public String word() {
            return word;
        }
    }

    private static final String GENERIC = "generic-marlin";

    public static final Machine PRUSA_MK3S =
            new Machine("prusa-mk3s", Source.PROFILE, Limits.PRUSA_MK3S, Waits.USUAL, false);
    private static final Machine ENDER_3 = new Machine("ender-3", Source.PROFILE, Limits.ENDER_3, Waits.USUAL, true);
    private static final Machine MARLIN = new Machine(GENERIC, Source.PROFILE, Limits.MARLIN, Waits.USUAL, true);

    /** By the name of a printer profile; Marlin's own defaults for one that is not known here. */
    public static Machine of(String profile) {
        return switch (profile) {
            case "prusa-mk3s", "prusa-mk2.5s" -> PRUSA_MK3S.named(profile);
            case "ender-3" -> ENDER_3;
            default -> MARLIN.named(profile);
        };
    }

    /**
     * The machine for a file: the printer that is named, if its limits are known here; else the one that the file was made for;
     * else Marlin's own defaults. What the file's slicer states of its printer comes before what is known here of that same
     * printer. A file without any slicer's word is taken for a Prusa MK3S's.
     *
     * @param profile the name of the printer's profile; empty: not named
     */
    public static Machine of(Optional<String> profile, MadeFor file) {
        Optional<Machine> made = file.model().flatMap(Machine::byModel);
        if (profile.isPresent()) {
            Machine named = of(profile.get());
            boolean same = named.limits.equals(Limits.MARLIN)
                    || made.isPresent() && made.get().limits.equals(named.limits);
            return same ? named.stated(file, Source.PROFILE) : named;
        }
        if (made.isPresent()) {
            return made.get().stated(file, Source.FILE);
        }
        return file.slicer().isEmpty() && file.model().isEmpty() ? PRUSA_MK3S.from(Source.ASSUMED)
                : MARLIN.stated(file, Source.ASSUMED);
    }

    /** By a slicer's word for a printer: {@code MK3SMMU2S}, {@code Prusa i3 Mk3}, {@code ENDER3V2}, {@code Creality Ender-3 Pro}. */
    private static Optional<Machine> byModel(String model) {
        String upper = model.toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        if (upper.contains("MK3") || upper.contains("MK2.5")) {
            return Optional.of(of(upper.contains("MK3") ? "prusa-mk3s" : "prusa-mk2.5s"));
        }
        // The V3 is another machine, several times as fast.
        return upper.contains("ENDER3") && !upper.contains("V3") ? Optional.of(ENDER_3) : Optional.empty();
    }

    private Machine stated(MadeFor file, Source otherwise) {
        Limits stated = limits.stated(file);
        return new Machine(name, stated.equals(limits) ? otherwise : Source.SLICER, stated, waits, distanceModeCoversE);
    }

    private Machine named(String other) {
        return new Machine(other, source, limits, waits, distanceModeCoversE);
    }

    private Machine from(Source other) {
        return new Machine(name, other, limits, waits, distanceModeCoversE);
    }

    /** The same with other waits. */
    public Machine with(Waits other) {
        return new Machine(name, source, limits, other, distanceModeCoversE);
    }
}
