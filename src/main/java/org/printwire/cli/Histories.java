package org.printwire.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.gcode.Filament;
import org.printwire.job.PrintRecord;
import org.printwire.store.PrintHistory;
import org.printwire.store.StoredPrint;
import org.printwire.webhook.OutboxException;

/** What the commands about earlier prints share: opening the file, and prints in words and as JSON. */
final class Histories {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Histories() {}

    /** Something to be asked of the file. */
    @FunctionalInterface
    interface Question<T> {
        T of(PrintHistory history) throws OutboxException;
    }

    /** Asks it, or gives {@code nothing} where nothing was ever printed. */
    static <T> T ask(Path folder, T nothing, Question<T> question) throws CommandFailure {
        try {
            Optional<PrintHistory> found = PrintHistory.existing(folder);
            if (found.isEmpty()) {
                return nothing;
            }
            try (PrintHistory history = found.get()) {
                return question.of(history);
            }
        } catch (OutboxException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, e.getMessage());
        }
    }

    /** {@code 12  2026-11-24 18:30  cube.gcode  done  2 h 5 min  1248.51 mm}. */
    static String line(StoredPrint row) {
        PrintRecord print = row.print();
        List<String> parts = new ArrayList<>(List.of(String.valueOf(row.id()), clock(print.started()), print.file(), result(print)));
        parts.add(PlainText.duration(print.printedSeconds()));
        OptionalDouble used = print.used();
        if (used.isPresent()) {
            parts.add(length(print, used));
        }
        return String.join("  ", parts);
    }

    private static String result(PrintRecord print) {
        return switch (print.result()) {
            case RUNNING, HOST_DIED -> print.result().word() + " at " + print.percent() + " % or later";
            case DONE -> "done";
            case CANCELLED, FAILED -> print.result().word() + " at " + print.percent() + " %";
        };
    }

    private static String length(PrintRecord print, OptionalDouble used) {
        return (print.result() == PrintRecord.Result.DONE ? "" : "about ") + PlainText.millimetres(used.getAsDouble()) + " mm";
    }

    /** All that is known of it, a line each. */
    static List<String> page(StoredPrint row) {
        PrintRecord print = row.print();
        List<String> page = new ArrayList<>();
        say(page, "print", row.id());
        say(page, "file", print.path());
        say(page, "size", PlainText.bytes(print.bytes()));
        say(page, "SHA-1", print.sha1());
        say(page, "printer", print.printer().machine());
        say(page, "profile", print.printer().profile());
        say(page, "UUID", print.printer().uuid());
        say(page, "port", print.printer().port());
        say(page, "started", clock(print.started()));
        say(page, "ended", print.ended() == null ? null : clock(print.ended()));
        say(page, "result", result(print) + (print.reason() == null ? "" : " (" + print.reason().replace('_', ' ') + ")"));
        say(page, "detail", print.detail());
        say(page, "line", print.line() == null ? null : print.line() + " or later");
        say(page, "layer", print.layer() == null ? null : print.layer() + (print.layers() == null ? "" : " of " + print.layers()));
        say(page, "printed", PlainText.duration(print.printedSeconds()));
        say(page, "heating", print.heatingSeconds() == null ? null : PlainText.duration(print.heatingSeconds()));
        say(page, "paused", PlainText.duration(print.pausedSeconds()) + " in " + PlainText.count(print.pauses(), "pause"));
        for (Filament each : print.filament()) {
            OptionalDouble used = print.used(each);
            say(page, "filament", used.isEmpty() ? null : "tool " + each.tool() + ": " + length(print, used));
        }
        say(page, "resends", print.resends());
        return page;
    }

    private static void say(List<String> page, String name, Object value) {
        if (value != null) {
            page.add(PlainText.harmless(String.format("%-10s%s", name, value)));
        }
    }

    /** {@code 2026-11  12 prints, 10 done  35 h 12 min  48210.44 mm}. */
    static String line(String key, PrintTotals.Sum sum) {
        return key + "  " + PlainText.count(sum.prints(), "print") + ", " + sum.done() + " done  "
                + PlainText.duration(sum.seconds()) + (sum.knowsFilament() ? "  " + PlainText.millimetres(sum.millimetres()) + " mm" : "");
    }

    /** What is not known is left out. */
    static Map<String, Object> object(StoredPrint row) {
        PrintRecord print = row.print();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", row.id());
        object.put("file", print.file());
        object.put("path", print.path());
        object.put("bytes", print.bytes());
        object.put("sha1", print.sha1());
        object.put("profile", print.printer().profile());
        object.put("machine", print.printer().machine());
        object.put("uuid", print.printer().uuid());
        object.put("port", print.printer().port());
        object.put("started", print.started().toString());
        object.put("ended", print.ended() == null ? null : print.ended().toString());
        object.put("printedSeconds", print.printedSeconds());
        object.put("pausedSeconds", print.pausedSeconds());
        object.put("pauses", print.pauses());
        object.put("heatingSeconds", print.heatingSeconds());
        object.put("result", print.result().word());
        object.put("reason", print.reason());
        object.put("detail", print.detail());
        object.put("percent", print.percent());
        object.put("line", print.line());
        object.put("layer", print.layer());
        object.put("layers", print.layers());
        object.put("filament", filament(print));
        object.put("resends", print.resends());
        object.values().removeIf(java.util.Objects::isNull);
        return object;
    }

    /** Null: not known. */
    private static List<Map<String, Object>> filament(PrintRecord print) {
        List<Map<String, Object>> tools = new ArrayList<>();
        for (Filament each : print.filament()) {
            print.used(each).ifPresent(used -> tools.add(tool(each.tool(), used)));
        }
        return tools.isEmpty() ? null : tools;
    }

    private static Map<String, Object> tool(int tool, double used) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("tool", tool);
        object.put("millimetres", used);
        return object;
    }

    private static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }
}
