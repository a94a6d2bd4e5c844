package org.printwire.cli;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.printwire.gcode.Filament;
import org.printwire.job.PrintRecord;

/**
 * Sums over prints. Pure.
 *
 * @param months   by the month in which a print began
 * @param printers by profile, and UUID where it is known
 * @param tools    filament by tool, where the files say; the time and the counts are of the prints that used it
 */
record PrintTotals(Map<String, Sum> months, Map<String, Sum> printers, Map<String, Sum> tools) {

    /**
     * @param seconds       printing, without pauses
     * @param millimetres   of filament; of a print that is not done its share
     * @param knowsFilament false: of none of them
     */
    record Sum(int prints, int done, double seconds, double millimetres, boolean knowsFilament) {
        private static final Sum NONE = new Sum(0, 0, 0, 0, false);

        private Sum and(PrintRecord print, OptionalDouble used) {
            boolean whole = print.result() == PrintRecord.Result.DONE;
            return new Sum(prints + 1, done + (whole ? 1 : 0), seconds + print.printedSeconds(),
                    millimetres + used.orElse(0), knowsFilament || used.isPresent());
        }
    }

    /** @param zone whose months they are */
    static PrintTotals of(List<PrintRecord> prints, ZoneId zone) {
        Map<String, Sum> tools = new TreeMap<>();
        for (PrintRecord print : prints) {
            for (Filament each : print.filament()) {
                OptionalDouble used = print.used(each);
                if (used.isPresent()) {
                    tools.merge("tool " + each.tool(), Sum.NONE.and(print, used), (before, one) -> before.and(print, used));
                }
            }
        }
        return new PrintTotals(by(prints, print -> YearMonth.from(print.started().atZone(zone)).toString()),
                by(prints, PrintTotals::printer), tools);
    }

    private static String printer(PrintRecord print) {
        PrintRecord.Printer printer = print.printer();
        String profile = printer.profile() == null ? "a printer that did not say what it is" : printer.profile();
        return printer.uuid() == null || printer.uuid().isEmpty() ? profile : profile + " " + printer.uuid();
    }

    private static Map<String, Sum> by(List<PrintRecord> prints, Function<PrintRecord, String> key) {
        Map<String, Sum> sums = new TreeMap<>();
        prints.forEach(print -> sums.put(key.apply(print),
                sums.getOrDefault(key.apply(print), Sum.NONE).and(print, print.used())));
        return sums;
    }
}
