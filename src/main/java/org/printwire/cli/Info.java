package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.printwire.config.ConfigException;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.gcode.FileWarning;
import org.printwire.gcode.GcodeFileException;
import org.printwire.gcode.Thumbnail;
import org.printwire.gcode.Thumbnails;
import org.printwire.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire info}: what a file will do. No printer is touched. */
@Command(
        name = "info",
        description = "Tells what a G-code file will do: time, layers, filament, stops, and what is doubtful.",
        footer = {
            "",
            "Examples:",
            "  printwire info cube.gcode",
            "  printwire info --json cube.gcode",
            "  printwire info --thumbnail cube.png cube.gcode"
        })
final class Info implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The G-code file.")
    private Path file;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Option(names = "--thumbnail", paramLabel = "OUT.png", description = "Write the largest picture of the file to this"
            + " one; a PNG where the file has one, else as it is.")
    private Path thumbnail;

    @Option(names = "--printer", paramLabel = "PROFILE", description = "Hold the file against this printer's limits.")
    private String printer;

    Info(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, ConfigException {
        PrinterProfile profile = printer == null ? null : new ProfileLoader().load(printer);
        InfoFile of;
        try {
            of = InfoFile.read(file, profile, json, surroundings.threads());
        } catch (GcodeFileException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, e.getMessage());
        } catch (IOException e) {
            throw PrintFile.unreadable(file, e);
        }
        List<Thumbnail> pictures = Thumbnails.of(file);
        List<FileWarning> warnings = PrintFile.warnings(of.facts(), profile);
        if (json) {
            surroundings.output().line(Json.object(InfoJson.of(of, pictures, warnings)));
        } else {
            InfoPage.of(of, pictures, warnings).forEach(surroundings.output()::line);
        }
        if (thumbnail != null) {
            write(pictures);
        }
        return ExitCode.DONE.number();
    }

    private void write(List<Thumbnail> pictures) throws CommandFailure {
        Thumbnail largest = pictures.stream().max(Comparator.comparing((Thumbnail each) -> each.format().equals("png"))
                .thenComparing(each -> (long) each.width() * each.height())).orElseThrow(() -> new CommandFailure(
                        ExitCode.FILE_UNUSABLE, file + " has no picture; switch on thumbnails in the slicer's printer settings"));
        try {
            Files.write(thumbnail, largest.bytes());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, thumbnail + " cannot be written: " + PlainText.reason(e));
        }
        if (!largest.format().equals("png")) {
            surroundings.output().say(thumbnail + " is a " + largest.format().toUpperCase(java.util.Locale.ROOT)
                    + " picture: the file has no PNG");
        }
    }
}
