package org.printwire.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.printwire.json.Json;
import org.printwire.store.StoredPrint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire history}: what was printed, how long it took and how it ended. */
@Command(
        name = "history",
        description = {
            "Lists the prints, the newest first. show ID has all that is known of one; totals has the sums by month,",
            "by printer and by tool."
        },
        footer = {
            "",
            "Examples:",
            "  printwire history",
            "  printwire history show 12",
            "  printwire history totals",
            "  printwire history --json --limit 1000"
        })
final class History implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..2", paramLabel = "show ID|totals", description = "What to show; else the list.")
    private List<String> words = List.of();

    @Mixin
    private DataDir dataDir;

    @Mixin
    private ListLimit limit;

    @Option(names = "--json", description = "One object a print, or a sum, a line.")
    private boolean json;

    History(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        int most = limit.most();
        Path folder = dataDir.path(surroundings);
        if (words.isEmpty()) {
            list(folder, most);
        } else if (words.get(0).equals("show") && words.size() == 2) {
            show(folder, words.get(1));
        } else if (words.equals(List.of("totals"))) {
            totals(folder);
        } else {
            throw new CommandFailure(ExitCode.BAD_USAGE, "what is '" + String.join(" ", words)
                    + "'? printwire history, printwire history show ID and printwire history totals are known");
        }
        return ExitCode.DONE.number();
    }

    private void list(Path folder, int most) throws CommandFailure {
        List<StoredPrint> found = Histories.ask(folder, List.of(), history -> history.list(most));
        if (found.isEmpty()) {
            surroundings.output().say("there are none");
        }
        for (StoredPrint row : found) {
            surroundings.output().line(json ? Json.object(Histories.object(row)) : PlainText.harmless(Histories.line(row)));
        }
    }

    private void show(Path folder, String id) throws CommandFailure {
        Optional<StoredPrint> found = id.matches("\\d{1,18}")
                ? Histories.ask(folder, Optional.empty(), history -> history.show(Long.parseLong(id))) : Optional.empty();
        StoredPrint row = found.orElseThrow(() -> new CommandFailure(ExitCode.BAD_USAGE, "there is no print '" + id
                + "'; printwire history lists them"));
        if (json) {
            surroundings.output().line(Json.object(Histories.object(row)));
        } else {
            Histories.page(row).forEach(surroundings.output()::line);
        }
    }

    private void totals(Path folder) throws CommandFailure {
        List<StoredPrint> all = Histories.ask(folder, List.of(), history -> history.list(Integer.MAX_VALUE));
        if (all.isEmpty()) {
            surroundings.output().say("there are none");
        }
        PrintTotals totals = PrintTotals.of(all.stream().map(StoredPrint::print).toList(), ZoneId.systemDefault());
        totals("month", totals.months());
        totals("printer", totals.printers());
        totals("filament", totals.tools());
    }

    private void totals(String by, Map<String, PrintTotals.Sum> sums) {
        sums.forEach((key, sum) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(by, key);
            object.put("prints", sum.prints());
            object.put("done", sum.done());
            object.put("printedSeconds", sum.seconds());
            if (sum.knowsFilament()) {
                object.put("millimetres", sum.millimetres());
            }
            surroundings.output().line(json ? Json.object(object) : PlainText.harmless(Histories.line(key, sum)));
        });
    }
}
