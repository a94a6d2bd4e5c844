package org.printwire.sim;

/** Why a firmware refuses a line, with the text it gives (Prusa-Firmware 3.14 and Marlin 2.1 use the same). */
public enum LineError {
    LINE_NUMBER("Line Number is not Last Line Number+1"),
    CHECKSUM("checksum mismatch"),
    NO_CHECKSUM("No Checksum with line number"),
    NO_LINE_NUMBER("No Line Number with checksum");

    private final String text;

    LineError(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
