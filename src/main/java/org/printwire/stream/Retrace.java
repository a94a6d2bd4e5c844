package org.printwire.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.PrintState;
import org.printwire.stream.Insertion.Purpose;

/**
 * Goes through a file again as the host did that died: numbers its lines, with that host's own commands in between, up to
 * where the printer is. What it finds is all that a new host must know to go on.
 *
 * <p>Pure; used once, by one thread, and then given away in {@link Input.Rejoin}.
 */
public final class Retrace {

    /** No printer goes back further behind a line that it had taken. */
    public static final int MOST_REWOUND = Verdict.MOST_REWOUND;


    private final Map<Long, Insertion> insertions = new HashMap<>();
    private final long taken;
    private final long end;
    private final int maxLineBytes;
    private final LineHistory history = new LineHistory();
    private final Modes modes = new Modes();
    private final PrintState state;
    private Line endOfScript;
    private int colorChanges;
    private long number;
    private boolean pausedByFile;
    private long takenOfFile;

    /**
     * @param insertions   the dead host's own commands
     * @param taken        number of the last line that the printer has
     * @param maxLineBytes as in {@link StreamSettings}: the same as for the dead host
     * @param state        follows the lines that the printer has
     */
    public Retrace(List<Insertion> insertions, long taken, int maxLineBytes, PrintState state) {
        insertions.forEach(each -> this.insertions.put(each.number(), each));
        this.taken = taken;
        this.end = Math.max(taken, insertions.stream().mapToLong(Insertion::number).max().orElse(0));
        this.maxLineBytes = maxLineBytes;
        this.state = state;
        history.add(Line.own("M110 N0"));
    }

    /** Takes a line of the file that was passed over when the job began: it has no number. */
    public void passOver(GcodeLine line) {
        if (!line.hostCommand()) {
            modes.follow(line.text());
            state.follow(line.text());
        }
    }

    /**
     * Takes the next line of the file.
     *
     * @return false: from this line on the file is still to be fed to the streamer
     */
    public boolean add(GcodeLine line) {
        if (line.hostCommand()) {
            return number < end;
        }
        ownLines();
        if (number >= end) {
            return false;
        }
        Line sent = FileLine.prepare(line, ++number, maxLineBytes);
        modes.follow(sent.text());
        boolean pause = sent.kind() == CommandKind.PAUSE;
        if (number <= taken) {
            state.follow(line.text());
            colorChanges += sent.kind() == CommandKind.COLOR_CHANGE ? 1 : 0;
            pausedByFile = pause;
            takenOfFile = number;
        }
        history.add(number <= taken && (pause || sent.kind() == CommandKind.RESUME) ? Line.HARMLESS : sent);
        return true;
    }

    /** No line of the file is left, or none is wanted any more. What the printer has beyond it were questions of the host. */
    public void finish() {
        ownLines();
        while (number < end) {
            number++;
            history.add(Line.HARMLESS);
            ownLines();
        }
    }

    /** True for the last line given to {@link #add} if the printer has it. */
    public boolean has() {
        return number <= taken;
    }

    /** What the lines that the printer has have set. */
    public PrintState state() {
        return state;
    }

    /** Number of the last line that the printer has. */
    public long taken() {
        return taken;
    }

    private void ownLines() {
        for (Insertion own = insertions.get(number + 1); own != null && number < end; own = insertions.get(number + 1)) {
            number++;
            boolean done = number <= taken;
            Line line = Line.own(own.text());
            boolean once = line.kind() == CommandKind.PAUSE || line.kind() == CommandKind.RESUME;
            history.add(done && once ? Line.HARMLESS : line);
            if (done && own.purpose() == Purpose.RESUME) {
                pausedByFile = false;
            }
            if (number == end && !done && own.purpose() != Purpose.OTHER) {
                endOfScript = line;
            }
        }
    }

    LineHistory history() {
        return history;
    }

    /** Number of the last line of the file that the printer has. */
    long takenOfFile() {
        return takenOfFile;
    }

    Modes modes() {
        return modes;
    }

    /** The highest number that has a text. */
    long end() {
        return end;
    }

    /** How many changes of filament the printer has had. */
    int colorChanges() {
        return colorChanges;
    }

    /** The last line of the file that the printer has is a pause, and nobody has ended that. */
    boolean pausedByFile() {
        return pausedByFile;
    }

    /** The last line of the script that was begun and is not all there; null: there is none. */
    Line endOfScript() {
        return endOfScript;
    }

    /** What that script is for. */
    Purpose underWay() {
        return endOfScript == null ? Purpose.OTHER : insertions.get(end).purpose();
    }
}
