package org.printwire.gcode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.printwire.gcode.bgcode.BgcodeException;
import org.printwire.gcode.bgcode.BgcodeStream;

/** Opens files to be read as text; turns away what cannot be printed before a port is opened, with one line for the user. */
public final class GcodeFile {
    /** Lines before the first G, M or T command that may be something else: macros, {@code %}, a title in parentheses. */
    private static final int FOREIGN_LINES = 1_000;

    private GcodeFile() {
    }

    /**
     * Returns if the file is there, may be read and has at least one G, M or T command near its start. That says nothing
     * of the rest of it: see {@link FileFacts#problems()}.
     *
     * @throws GcodeFileException otherwise, with a message for the user
     */
    public static void requirePrintable(Path file) throws GcodeFileException {
        if (Files.notExists(file)) {
            throw unusable(file, "does not exist; check the name and the folder");
        } else if (Files.isDirectory(file)) {
            throw unusable(file, "is a directory; name a G-code file in it");
        } else if (!Files.isReadable(file)) {
            throw unusable(file, "may not be read by this user; allow it with: chmod a+r");
        } else if (!Files.isRegularFile(file)) {
            throw unusable(file, "is no regular file but a pipe or a device; copy the G-code into a file first");
        }
        try {
            requireGcode(file);
        } catch (BgcodeException e) {
            throw new GcodeFileException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new GcodeFileException(file + " cannot be read: " + e.getMessage() + "; copy it to another place", e);
        }
    }

    /**
     * The text of a file. Binary G-code, known by its first bytes whatever its name, comes as the text in it, and reading it
     * throws {@link BgcodeException} where it is broken; anything else comes as it is. The caller closes it.
     */
    public static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return text(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The same of a file's bytes. */
    public static InputStream text(InputStream file) throws IOException {
        InputStream in = new BufferedInputStream(file);
        in.mark(BgcodeStream.HEAD_BYTES);
        boolean binary = BgcodeStream.begins(in.readNBytes(BgcodeStream.HEAD_BYTES));
        in.reset();
        return binary ? new BgcodeStream(in) : in;
    }

    private static void requireGcode(Path file) throws IOException, GcodeFileException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw unusable(file, "is empty; export it from the slicer again");
        }
        FileFormat format = FileFormat.of(head(file), bytes);
        if (!format.advice().isEmpty()) {
            throw unusable(file, format.advice());
        }
        try (GcodeReader reader = GcodeReader.open(file)) {
            requireCommand(file, reader);
        }
    }

    private static void requireCommand(Path file, GcodeReader reader) throws IOException, GcodeFileException {
        GcodeLine line = reader.next();
        if (line == null) {
            String what = reader.bytes() == reader.nulBytes() ? "NUL bytes" : "comments and blank lines";
            throw unusable(file, "has no commands, only " + what + "; export it from the slicer again");
        }
        for (int foreign = 0; line != null && foreign < FOREIGN_LINES; foreign++) {
            if (GcodeWord.code(line.text()) != GcodeWord.NONE) {
                return;
            }
            line = reader.next();
        }
        throw unusable(file, "is no G-code: no line is a G, M or T command; export G-code from a slicer");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileFormat.HEAD_BYTES);
        }
    }

    private static GcodeFileException unusable(Path file, String why) {
        return new GcodeFileException(file + " " + why);
    }
}
