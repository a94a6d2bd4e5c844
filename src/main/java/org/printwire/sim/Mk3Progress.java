package org.printwire.sim;

/** M73 on an MK3S: remembers what the slicer knows of the print, and echoes it for both modes every time. */
final class Mk3Progress {
    private final Board board;
    /** Percent, minutes left, minutes to the next change: of the normal mode, then of the silent mode. */
    private final int[] known = {-1, -1, -1, -1, -1, -1};

    Mk3Progress(Board board) {
        this.board = board;
    }

    void tell(Command command) {
        String letters = "PRCQSD";
        for (int i = 0; i < letters.length(); i++) {
            known[i] = (int) command.value(letters.charAt(i), known[i]);
        }
        board.say(Mk3Texts.mode("NORMAL", known[0], known[1], known[2]));
        board.say(Mk3Texts.mode("SILENT", known[3], known[4], known[5]));
    }
}
