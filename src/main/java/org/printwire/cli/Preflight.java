package org.printwire.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.printwire.app.Inspection;
import org.printwire.config.PrinterProfile;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.FileWarning;
import org.printwire.gcode.PrinterReport;
import org.printwire.marlin.FirmwareReport;
import org.printwire.printer.PrinterException;

/**
 * Holds a file against the printer that has answered: its model and its firmware, and the limits of the profile that was
 * chosen by them.
 *
 * @param named  the user named the profile, so the file has been held against it already
 * @param forced what could harm is told, not refused
 * @param say    hears of what is doubtful; any thread
 */
record Preflight(Path file, FileFacts facts, boolean named, boolean forced, Consumer<String> say) implements Inspection {

    @Override
    public void inspect(FirmwareReport firmware, PrinterProfile profile) throws PrinterException {
        List<FileWarning> warnings = new ArrayList<>(
                new PrinterReport(firmware.machine(), firmware.firmware()).warnings(facts.figures()));
        // The profile for whatever fits no other says nothing of the printer's size.
        if (!named && !profile.match().isEmpty()) {
            PrintFile.warnings(facts, profile).stream().filter(FileWarning::harmful)
                    .filter(each -> warnings.stream().noneMatch(other -> other.code().equals(each.code())))
                    .forEach(warnings::add);
        }
        warnings.stream().filter(each -> forced || !each.harmful())
                .forEach(each -> say.accept((each.harmful() ? "forced: " : "warning: ") + InfoPage.text(each)));
        List<FileWarning> dangers = warnings.stream().filter(FileWarning::harmful).toList();
        if (!dangers.isEmpty() && !forced) {
            throw PrinterException.unfit(refusal(file, dangers));
        }
    }

    /** Why nothing was sent, and what to do. */
    static String refusal(Path file, List<FileWarning> dangers) {
        return dangers.stream().limit(PrintFile.SHOWN).map(each -> file + ": " + InfoPage.text(each))
                .collect(Collectors.joining("\n")) + "\nNothing was sent. To print it all the same: --force";
    }
}
