package org.printwire.gcode;

import java.nio.charset.StandardCharsets;
import org.printwire.gcode.bgcode.BgcodeStream;

/**
 * What a file is by its first bytes, with what to tell a user who wants to print it. The name does not count. Text is
 * only perhaps G-code: {@link GcodeFile} looks for commands in it.
 */
public enum FileFormat {
    TEXT(""),
    /** Prusa's binary G-code, which {@link GcodeFile#open} reads as text. */
    BGCODE(""),
    GZIP("is compressed by gzip; unpack it first: gunzip"),
    THREE_MF("is a 3MF project; open it in a slicer and export G-code"),
    ZIP("is a ZIP archive; unpack it first: unzip"),
    STL("is an STL model; open it in a slicer and export G-code"),
    STEP("is a STEP model; open it in a slicer and export G-code"),
    WEB_PAGE("is a web page; download the G-code file itself"),
    UTF16("is text in UTF-16; save it as UTF-8 or ASCII"),
    BINARY("is no G-code but binary data; export G-code from a slicer");

    /** As many bytes of a file's start as {@link #of} looks at. */
    public static final int HEAD_BYTES = 65_536;

    private static final int STL_HEADER_BYTES = 84;
    private static final int STL_TRIANGLE_BYTES = 50;
    /** Random data has one control byte in ten, text none but those for layout and perhaps a Ctrl-Z at its end. */
    private static final int TEXT_BYTES_PER_CONTROL_BYTE = 50;
    private static final int HARMLESS_CONTROL_BYTES = 4;

    private final String advice;

    FileFormat(String advice) {
        this.advice = advice;
    }

    /** To be put behind the file's name: what it is, and what to do; empty for what can be read. */
    public String advice() {
        return advice;
    }

    /**
     * Recognises a file by its start.
     *
     * @param head      the first bytes, {@value #HEAD_BYTES} of them unless the file is shorter
     * @param fileBytes the size of the whole file
     */
    public static FileFormat of(byte[] head, long fileBytes) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (BgcodeStream.begins(head)) {
            return BGCODE;
        } else if (text.startsWith("\u001f\u008b")) {
            return GZIP;
        } else if (text.startsWith("PK\u0003\u0004")) {
            return text.contains("3D/") || text.contains("[Content_Types].xml") ? THREE_MF : ZIP;
        } else if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
            return UTF16;
        } else if (text.startsWith("solid") && text.contains("facet") || binaryStl(head, fileBytes)) {
            return STL;
        } else if (text.startsWith("ISO-10303-21")) {
            return STEP;
        } else if (webPage(text)) {
            return WEB_PAGE;
        }
        return binary(head) ? BINARY : TEXT;
    }

    /** A binary STL has no mark; its triangle count must agree with its size. */
    private static boolean binaryStl(byte[] head, long fileBytes) {
        if (head.length < STL_HEADER_BYTES) {
            return false;
        }
        long triangles = 0;
        for (int i = STL_HEADER_BYTES - 1; i >= STL_HEADER_BYTES - 4; i--) {
            triangles = triangles << 8 | head[i] & 0xFF;
        }
        return triangles > 0 && fileBytes == STL_HEADER_BYTES + STL_TRIANGLE_BYTES * triangles;
    }

    private static boolean webPage(String text) {
        String start = text.substring(0, Math.min(text.length(), 200)).stripLeading();
        return start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
    }

    /** NUL bytes do not count: cards and editors leave runs of them in good files, and the reader drops them. */
    private static boolean binary(byte[] head) {
        int control = 0;
        int bytes = 0;
        for (byte b : head) {
            bytes += b == 0 ? 0 : 1;
            control += b > 0 && b < ' ' && !LineScanner.blank(b) || b == 0x7F ? 1 : 0;
        }
        return control > HARMLESS_CONTROL_BYTES && (long) control * TEXT_BYTES_PER_CONTROL_BYTE > bytes;
    }
}
