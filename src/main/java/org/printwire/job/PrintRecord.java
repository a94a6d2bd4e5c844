package org.printwire.job;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.gcode.Filament;

/**
 * One print as the history keeps it. Whatever may be null is "not known". Times are the wall clock's, spans seconds.
 *
 * @param file           the file's name
 * @param path           where it was
 * @param sha1           of its content, 40 hexadecimal digits; null: not read
 * @param ended          null: it has not, or nobody was there to see it
 * @param printedSeconds without pauses, heating included
 * @param reason         of a failure: a {@code FailReason} in lower case; of a cancelled print who did it; else null
 * @param detail         what happened, for people
 * @param percent        how far it came, 0 to 100
 * @param position       bytes of the file up to the last line of which progress told
 * @param line           that line, from 1
 * @param layer          the last that was begun, from 1
 * @param layers         of the whole file
 * @param filament       what the whole file takes, by tool; empty: not known
 * @param heatingSeconds how long a heater was below its target before the first layer
 */
public record PrintRecord(String file, String path, long bytes, String sha1, Printer printer, Instant started,
        Instant ended, double printedSeconds, double pausedSeconds, int pauses, Result result, String reason,
        String detail, int percent, Long position, Long line, Integer layer, Integer layers, List<Filament> filament,
        Long resends, Double heatingSeconds) {

    public PrintRecord {
        filament = List.copyOf(filament);
    }

    /** Where it was printed. Each may be null. */
    public record Printer(String profile, String machine, String uuid, String port) {}

    /** What became of it. */
    public enum Result {
        RUNNING,
        /** Nobody has written down its end, and nobody is there who could. */
        HOST_DIED,
        DONE, CANCELLED, FAILED;

        /** As in the file and in JSON: {@code host died}, with a blank. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Empty: a later version may have written it. */
        public static Optional<Result> of(String word) {
            return List.of(values()).stream().filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /** The same with that result: whoever reads a row of a running print knows whether anybody still runs it. */
    public PrintRecord with(Result other) {
        return new PrintRecord(file, path, bytes, sha1, printer, started, ended, printedSeconds, pausedSeconds, pauses,
                other, reason, detail, percent, position, line, layer, layers, filament, resends, heatingSeconds);
    }

    /** The same, ended at that line of the file. */
    public PrintRecord atLine(Long other) {
        return new PrintRecord(file, path, bytes, sha1, printer, started, ended, printedSeconds, pausedSeconds, pauses,
                result, reason, detail, percent, position, other, layer, layers, filament, resends, heatingSeconds);
    }

    /**
     * What was used of one tool's filament, mm: all of a print that is done; of another its share by how far it came,
     * which is near the truth at best. Empty: the file does not say.
     */
    public OptionalDouble used(Filament of) {
        double share = result == Result.DONE ? 1 : percent / 100.0;
        return of.length().isPresent() ? OptionalDouble.of(Math.round(of.length().getAsDouble() * share * 100) / 100.0)
                : OptionalDouble.empty();
    }

    /** By all tools, mm. */
    public OptionalDouble used() {
        double[] lengths = filament.stream().map(this::used).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
        return lengths.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(java.util.Arrays.stream(lengths).sum());
    }
}
