package org.printwire.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Words and figures as the command line shows them: plain, and harmless to a terminal. */
final class PlainText {

    private PlainText() {}

    /** A text from the wire or a file, without what could move the cursor or colour the screen. */
    static String harmless(String text) {
        return printable(text).strip();
    }

    /** The same with the blanks around it. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Why a file could not be had, in words: Java's own message is often nothing but the file's name. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "something else of that name is there";
        }
        return failure instanceof FileSystemException fault && fault.getReason() != null
                ? fault.getReason() : failure.getMessage();
    }

    /** {@code 45 s}, {@code 12 min 3 s}, {@code 2 h 5 min}. */
    static String duration(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? whole / 60 + " min " + whole % 60 + " s" : minutes(whole / 60);
    }

    /** {@code 12 min}, {@code 2 h 5 min}. */
    static String minutes(long minutes) {
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** {@code 1 resend}, {@code 3 resends}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Millimetres as slicers write heights: {@code 0.20}. */
    static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** {@code 920 B}, {@code 38 kB}, {@code 1.2 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? Math.round(bytes / 1000.0) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
