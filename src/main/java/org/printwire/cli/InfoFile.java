package org.printwire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.printwire.config.PrinterProfile;
import org.printwire.estimate.Estimate;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.GcodeFile;
import org.printwire.gcode.GcodeFileException;
import org.printwire.gcode.bgcode.BgcodeStream;

/**
 * What {@code info} reads of a file.
 *
 * @param bytes  of the file; those of {@code facts} count its text, which in binary G-code is another number
 * @param sha256 of the file; empty: not asked for
 */
record InfoFile(String name, long bytes, String sha256, boolean binary, FileFacts facts, Estimate estimate) {

    /** @param hashed the hash is wanted, which costs more than all the rest */
    static InfoFile read(Path file, PrinterProfile profile, boolean hashed) throws IOException, GcodeFileException {
        GcodeFile.requirePrintable(file);
        MessageDigest sha256 = digest();
        FileFacts facts;
        boolean binary;
        try (InputStream raw = Files.newInputStream(file)) {
            InputStream text = GcodeFile.text(hashed ? new DigestInputStream(raw, sha256) : raw);
            binary = text instanceof BgcodeStream;
            facts = FileFacts.surveyUnhashed(text, FileFacts.PRUSA_LINE_BYTES);
        }
        return new InfoFile(file.getFileName().toString(), Files.size(file),
                hashed ? HexFormat.of().formatHex(sha256.digest()) : "", binary, facts, PrintFile.estimate(file, profile));
    }

    /** What a slicer's figure is to be compared with: the moves, and the waits that the file asks for by G4. Seconds. */
    double ownSeconds() {
        return estimate.moving() + estimate.dwelling();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
