package org.printwire.gcode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a file says of the print as a whole. Each figure stands for itself: a slicer that leaves one out has the others.
 *
 * @param sha1     of the content, 40 hexadecimal digits; empty: not read
 * @param modified when the file was changed last, epoch seconds; empty for a stream
 * @param seconds  how long the print takes, by the slicer: its own statement, else the first M73 R
 * @param filament by tool, in order; tools that take none are left out; empty when the slicer does not say
 * @param area     where it prints; empty when nothing does
 */
public record FileAnalysis(Optional<String> sha1, OptionalLong modified, OptionalDouble seconds, List<Filament> filament,
                           Optional<PrintArea> area) {

    /** Nothing is known. */
    public static final FileAnalysis NONE = new FileAnalysis(Optional.empty(), OptionalLong.empty(),
            OptionalDouble.empty(), List.of(), Optional.empty());

    public FileAnalysis {
        filament = List.copyOf(filament);
    }

    FileAnalysis hashed(String hash) {
        return new FileAnalysis(Optional.of(hash), modified, seconds, filament, area);
    }

    FileAnalysis modified(long epochSeconds) {
        return new FileAnalysis(sha1, OptionalLong.of(epochSeconds), seconds, filament, area);
    }
}
