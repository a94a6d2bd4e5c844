package org.printwire.marlin;

/** Why a firmware refuses a line, in the words of Marlin 2.1 and Prusa MK3 3.14 (both recorded). */
public enum FrameFault {
    LINE_NUMBER("Line Number is not Last Line Number+1"),
    CHECKSUM("checksum mismatch"),
    NO_CHECKSUM("No Checksum with line number"),
    /** Prusa MK3 only: Marlin 2.1 takes such a line. */
    NO_LINE_NUMBER("No Line Number with checksum");

    private final String text;

    FrameFault(String text) {
        this.text = text;
    }

    /** The firmware's words, as they stand between {@code Error:} and {@code , Last Line: n}. */
    public String text() {
        return text;
    }
}
