package org.printwire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.printwire.app.HashedStream;
import org.printwire.app.HostThreads;
import org.printwire.config.PrinterProfile;
import org.printwire.estimate.Estimate;
import org.printwire.estimate.Estimator;
import org.printwire.estimate.Machine;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.GcodeFile;
import org.printwire.gcode.GcodeFileException;
import org.printwire.gcode.SurveyPlan;
import org.printwire.gcode.bgcode.BgcodeStream;

/**
 * What {@code info} reads of a file.
 *
 * @param bytes  of the file; those of {@code facts} count its text, which in binary G-code is another number
 * @param sha256 of the file; empty: not asked for
 * @param machine whose limits the estimate took
 */
record InfoFile(String name, long bytes, String sha256, boolean binary, FileFacts facts, Estimate estimate,
        Machine machine) {

    /** @param hashed the hash is wanted */
    static InfoFile read(Path file, PrinterProfile profile, boolean hashed, HostThreads threads)
            throws IOException, GcodeFileException {
        GcodeFile.requirePrintable(file);
        Machine machine = PrintFile.machine(file, profile);
        Estimator estimator = new Estimator(machine);
        SurveyPlan plan = new SurveyPlan(FileFacts.PRUSA_LINE_BYTES, machine.distanceModeCoversE(), estimator);
        try (InputStream raw = Files.newInputStream(file)) {
            HashedStream sha256 = hashed ? new HashedStream(raw, "SHA-256", threads) : null;
            InputStream text = GcodeFile.text(hashed ? sha256 : raw);
            FileFacts facts = FileFacts.survey(text, plan);
            return new InfoFile(file.getFileName().toString(), Files.size(file), hashed ? sha256.hex() : "",
                    text instanceof BgcodeStream, facts, estimator.finish(), machine);
        }
    }

    /** What a slicer's figure is to be compared with: the moves, and the waits that the file asks for by G4. Seconds. */
    double ownSeconds() {
        return estimate.moving() + estimate.dwelling();
    }
}
